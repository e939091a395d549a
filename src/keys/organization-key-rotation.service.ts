import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { OrganizationsService } from '../organizations/organizations.service.js';
import { KeyRing, keysFreshForMs } from '../platform/crypto/key-ring.js';
import type { Work } from '../platform/database/work.js';
import { Works } from '../platform/database/works.js';
import { wrappingKey } from '../platform/database/wrapping-key.js';
import { keyUses, rewrapBatch, stillUsing } from './key-uses.js';

/** What a rotation did for one organisation. */
export interface OrganizationRotation {
  organizationId: string;
  /** Values sealed anew, by what they are. */
  rewrapped: Record<string, number>;
  /** `table.column:rowId` of values that do not open. */
  broken: string[];
  /** Former keys that are gone. */
  retired: number;
  /** Where former keys are still used, and so kept: values by `table.column`. */
  kept: Record<string, number>;
}

/** Longer than any transaction of the server may take; what is older then is not ours to wait for. */
const patienceMs = 120_000;

/**
 * Gives organisations a new key and re-wraps what the former one held, in small transactions beside the running server.
 * It can be cut short anywhere: more than one key of an organisation says that there is something to finish.
 */
@Injectable()
export class OrganizationKeyRotationService {
  constructor(
    private readonly works: Works,
    private readonly organizations: OrganizationsService,
    private readonly keyRing: KeyRing,
    private readonly dataSource: DataSource,
  ) {}

  /** @param say takes a line for each batch */
  async rotate(organizationIds: string[], say: (line: string) => void): Promise<OrganizationRotation[]> {
    for (const id of organizationIds) await this.works.run(id, (work) => this.makeKey(work));
    // From here on no process that looks for keys misses the new ones, and none that has not looked is still at work.
    await sleep(keysFreshForMs + 100);
    const isQuiet = await this.earlierWorkEnds();
    const done: OrganizationRotation[] = [];
    for (const id of organizationIds) done.push(await this.finish(id, isQuiet, say));
    return done;
  }

  /** Makes a key, unless one was made that the former ones have not made way for yet. */
  private async makeKey(work: Work): Promise<void> {
    if ((await this.sealKeys(work)).length > 1) return;
    const key = this.keyRing.makeOrganizationKey(work.newId(), await wrappingKey(work, this.keyRing.masters));
    // Newest by its time whatever the clocks of two machines say.
    await work.sql(
      `INSERT INTO organization_keys (id, organization_id, purpose, wrapped, created_at)
       SELECT $2, $1, 'seal', $3, greatest($4::timestamptz, max(created_at) + interval '1 ms')
       FROM organization_keys WHERE organization_id = $1`,
      [work.organizationId, key.id, key.wrapped, work.now],
    );
    work.audit({ event: 'keys.made', subjectType: 'organization', subjectId: work.organizationId });
  }

  private async finish(
    organizationId: string,
    mayRetire: boolean,
    say: (line: string) => void,
  ): Promise<OrganizationRotation> {
    const [, ...old] = await this.works.run(organizationId, (work) => this.sealKeys(work));
    const { rewrapped, broken } = await this.rewrapAll(organizationId, old, say);
    // Who read a value before it was re-wrapped may still be about to look for its key.
    const isQuiet = mayRetire && (await this.earlierWorkEnds());
    return this.works.run(organizationId, async (work) => {
      await this.sealKeys(work);
      const kept = await stillUsing(work, old);
      const retired =
        isQuiet && Object.keys(kept).length === 0
          ? await work.execute('DELETE FROM organization_keys WHERE organization_id = $1 AND id = ANY($2)', [
              organizationId,
              old,
            ])
          : 0;
      work.audit({
        event: 'keys.rotated',
        subjectType: 'organization',
        subjectId: organizationId,
        details: { key: 'organization', rewrapped: sum(rewrapped), broken: broken.length, retired },
      });
      return { organizationId, rewrapped, broken, retired, kept };
    });
  }

  private async rewrapAll(organizationId: string, old: string[], say: (line: string) => void) {
    const rewrapped: Record<string, number> = {};
    const broken: string[] = [];
    for (const use of keyUses) {
      const skip: string[] = [];
      let count = 0;
      for (let left = true, locked = 0; left && locked < 50;) {
        const batch = await this.works.run(organizationId, async (work) =>
          rewrapBatch(work, use, await this.organizations.keys(work), old, skip),
        );
        skip.push(...batch.broken);
        count += batch.rewrapped;
        left = batch.left;
        if (batch.rewrapped > 0) {
          locked = 0;
          say(`Organisation ${organizationId}: ${count} ${use.noun} re-wrapped.`);
        } else if (left && batch.broken.length === 0) {
          // Somebody is changing just these rows; that takes a moment.
          locked += 1;
          await sleep(100);
        }
      }
      if (count > 0) rewrapped[use.table] = count;
      broken.push(...skip.map((id) => `${use.table}.${use.column}:${id}`));
    }
    return { rewrapped, broken };
  }

  /** Ids of the organisation's keys to seal with, newest first, locked until the work ends. */
  private async sealKeys(work: Work): Promise<string[]> {
    const rows = await work.sql<{ id: string }>(
      `SELECT id FROM organization_keys WHERE organization_id = $1 AND purpose = 'seal'
       ORDER BY created_at DESC, id DESC FOR UPDATE`,
      [work.organizationId],
    );
    return rows.map(({ id }) => id);
  }

  /** Waits until every transaction of the server that runs at this moment has ended. Answers whether all did. */
  private async earlierWorkEnds(): Promise<boolean> {
    const [{ at }] = (await this.dataSource.query('SELECT clock_timestamp() AS at')) as [{ at: Date }];
    for (const until = performance.now() + patienceMs; performance.now() < until; await sleep(50)) {
      const running = await this.dataSource.transaction(async (manager) => {
        // Only as the login itself, whose sessions they are, does one see since when they run.
        await manager.query('SET LOCAL ROLE NONE');
        return manager.query<unknown[]>(
          `SELECT 1 FROM pg_stat_activity
           WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start <= $1 LIMIT 1`,
          [at],
        );
      });
      if (running.length === 0) return true;
    }
    return false;
  }
}

const sum = (counts: Record<string, number>): number => Object.values(counts).reduce((all, one) => all + one, 0);
