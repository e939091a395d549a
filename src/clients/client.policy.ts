import type { Work } from '../platform/database/work.js';
import type { Client } from './client.entity.js';

type Wall = Pick<Client, 'restricted' | 'allowedUserIds' | 'assignedAttorneyId'>;

/** Behind an ethical wall: only people on the file's list, and its attorney, see a restricted case. */
export const maySee = (work: Work, client: Wall): boolean => isLetIn(client, work.actor.userId);

const isLetIn = ({ restricted, assignedAttorneyId, allowedUserIds }: Wall, userId: string): boolean =>
  !restricted || assignedAttorneyId === userId || (allowedUserIds ?? []).includes(userId);

/** Whether everybody who sees the one file sees the other too, so that what is in the other may move to the one. */
export function seenByNobodyElse(one: Wall, other: Wall): boolean {
  if (!other.restricted) return true;
  const people = [...(one.allowedUserIds ?? []), ...(one.assignedAttorneyId ? [one.assignedAttorneyId] : [])];
  return one.restricted && people.every((userId) => isLetIn(other, userId));
}

/** {@link maySee} as a condition on the table alias `c`; `user` is the placeholder of the asking user's id. */
export const maySeeSql = (user: string) =>
  `(NOT c.restricted OR c.assigned_attorney_id = ${user} OR ${user} = ANY(c.allowed_user_ids))`;
