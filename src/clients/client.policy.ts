import type { Work } from '../platform/database/work.js';
import type { Client } from './client.entity.js';

/** Behind an ethical wall: only people on the file's list, and its attorney, see a restricted case. */
export function maySee(
  work: Work,
  client: Pick<Client, 'restricted' | 'allowedUserIds' | 'assignedAttorneyId'>,
): boolean {
  const me = work.actor.userId;
  return !client.restricted || client.assignedAttorneyId === me || (client.allowedUserIds ?? []).includes(me);
}

/** {@link maySee} as a condition on the table alias `c`; `user` is the placeholder of the asking user's id. */
export const maySeeSql = (user: string) =>
  `(NOT c.restricted OR c.assigned_attorney_id = ${user} OR ${user} = ANY(c.allowed_user_ids))`;
