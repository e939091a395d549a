import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** The code of a case, which leads to it. */
export const CaseCode = ({ clientId, children }: { clientId: string; children: ReactNode }) => (
  <Link to="/cases/$clientId" params={{ clientId }} className="code">
    {children}
  </Link>
);
