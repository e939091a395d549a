import type { AuditEventName } from './work.js';

/** Hears of each work that was committed: of which organisation, and the names of what its lines of the audit say. */
export type CommitListener = (organizationId: string, events: AuditEventName[]) => void;
