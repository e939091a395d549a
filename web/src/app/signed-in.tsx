import { useQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { MeContext, meQuery } from '../lib/session.js';

/** Every page behind the door, which knows whose it is. */
export function SignedIn() {
  const { data } = useQuery(meQuery);
  return (
    <MeContext value={data}>
      <Outlet />
    </MeContext>
  );
}
