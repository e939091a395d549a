import { useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

/**
 * Whether something is begun that can also be begun from elsewhere, such as adding a place: it stands in the hash of the
 * address, which says nothing of anybody.
 */
export function useBegun(name: string): [boolean, (begun: boolean) => void] {
  const { hash } = useLocation();
  const navigate = useNavigate();
  const set = (begun: boolean) =>
    void navigate({
      to: '.',
      search: true,
      hash: begun ? name : '',
      replace: true,
      resetScroll: false,
      hashScrollIntoView: false,
    });
  return [hash === name, set];
}

/** For what a link leads to by the hash of the address: it is scrolled to and holds the focus, each time it is followed. */
export function useArrival<T extends HTMLElement>(name: string | undefined) {
  const { hash, state } = useLocation();
  const ref = useRef<T>(null);
  useEffect(() => {
    if (!name || hash !== name) return;
    ref.current?.scrollIntoView({ block: 'start' });
    ref.current?.focus({ preventScroll: true });
  }, [name, hash, state]);
  return ref;
}
