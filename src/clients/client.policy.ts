import type { Work } from '../platform/database/work.js';
import type { Client } from './client.entity.js';

type Wall = Pick<Client, 'restricted' | 'allowedUserIds' | 'assignedAttorneyId'>;

/**
 * Behind an ethical wall: only people on the file's list, its attorney, and those who broke the glass for some hours see
 * a restricted case. A condition on the table alias `c`.
 * @param user placeholder of the asking user's id
 * @param now placeholder of the instant of the work
 */
export const maySeeSql = (user: string, now: string) =>
  `(NOT c.restricted OR c.assigned_attorney_id = ${user} OR ${user} = ANY(c.allowed_user_ids)
    OR EXISTS (SELECT 1 FROM break_glass_grants g WHERE g.organization_id = c.organization_id AND g.client_id = c.id
                 AND g.user_id = ${user} AND ${isOpenSql(now)}))`;

/** Whether the grant of alias `g` still lets through the wall. */
export const isOpenSql = (now: string) => `(g.ended_at IS NULL AND g.expires_at > ${now})`;

/** Whether somebody is let in by the file itself, rather than by having broken the glass. */
export const isLetIn = ({ actor }: Pick<Work, 'actor'>, wall: Wall): boolean => letsIn(wall, actor.userId);

const letsIn = ({ restricted, assignedAttorneyId, allowedUserIds }: Wall, userId: string): boolean =>
  !restricted || assignedAttorneyId === userId || (allowedUserIds ?? []).includes(userId);

/** Whether everybody who is let in to the one file is let in to the other, so that what is in it may move to the one. */
export function seenByNobodyElse(one: Wall, other: Wall): boolean {
  if (!other.restricted) return true;
  const people = [...(one.allowedUserIds ?? []), ...(one.assignedAttorneyId ? [one.assignedAttorneyId] : [])];
  return one.restricted && people.every((userId) => letsIn(other, userId));
}
