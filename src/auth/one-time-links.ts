import type { Work } from '../platform/database/work.js';

/** Invitation and reset links of somebody that were not used yet are worth nothing from now on. */
export async function endLinksOf(work: Work, userId: string): Promise<void> {
  await work.execute(
    'UPDATE one_time_links SET used_at = $3 WHERE organization_id = $1 AND user_id = $2 AND used_at IS NULL',
    [work.organizationId, userId, work.now],
  );
}
