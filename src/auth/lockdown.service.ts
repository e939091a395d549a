import { Injectable } from '@nestjs/common';
import type { Organization } from '../organizations/organization.entity.js';
import { OrganizationsService } from '../organizations/organizations.service.js';
import type { Work } from '../platform/database/work.js';
import { Problem } from '../platform/http/problem.js';

/**
 * For the day on which a device is seized or an account taken over: one action ends every session, token and link of the
 * organisation, and nobody but its administrators can sign in until one of them undoes it. Jobs go on: reminders are
 * owed to people who cannot wait.
 */
@Injectable()
export class LockdownService {
  constructor(private readonly organizations: OrganizationsService) {}

  /**
   * The session that asks goes on, so that who asked can undo it. Repeating it ends what began meanwhile.
   */
  async begin(work: Work): Promise<Organization> {
    // First the row of the organisation: sign-ins hold it while they begin, so none slips through between both statements.
    await work.execute('UPDATE organizations SET locked_down_at = coalesce(locked_down_at, $2) WHERE id = $1', [
      work.organizationId,
      work.now,
    ]);
    const ended = await work.execute(
      `UPDATE sessions SET revoked_at = $2
       WHERE organization_id = $1 AND revoked_at IS NULL AND expires_at > $2 AND id IS DISTINCT FROM $3::uuid`,
      [work.organizationId, work.now, work.actor.sessionId ?? null],
    );
    await work.execute('UPDATE one_time_links SET used_at = $2 WHERE organization_id = $1 AND used_at IS NULL', [
      work.organizationId,
      work.now,
    ]);
    work.audit({ event: 'lockdown.begun', ...this.subject(work), details: { count: ended } });
    return this.organizations.own(work);
  }

  /** @throws Problem 409 when there is none */
  async end(work: Work): Promise<Organization> {
    const ended = await work.execute(
      'UPDATE organizations SET locked_down_at = NULL WHERE id = $1 AND locked_down_at IS NOT NULL',
      [work.organizationId],
    );
    if (ended === 0) throw Problem.conflict('lockdown.none', 'The organisation is not locked down.');
    work.audit({ event: 'lockdown.ended', ...this.subject(work) });
    return this.organizations.own(work);
  }

  private subject(work: Work) {
    return { subjectType: 'organization', subjectId: work.organizationId };
  }
}
