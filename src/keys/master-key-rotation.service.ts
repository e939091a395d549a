import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { KeyRing, type WrappedKey } from '../platform/crypto/key-ring.js';
import { beginningOf, type Key } from '../platform/crypto/sealing.js';
import type { Work } from '../platform/database/work.js';
import { Works } from '../platform/database/works.js';
import { masterKeyLock } from '../platform/database/wrapping-key.js';

/** Which master key the database stands under, and which one it is being moved to. */
export interface MasterKeyState {
  id: string;
  next: string | null;
}

export interface MasterKeyRotation {
  /** Organisation keys that were re-wrapped. */
  rewrapped: number;
  /** `organization_keys.wrapped:id` of keys that do not open; with any, the former master key is still needed. */
  broken: string[];
}

/**
 * Re-wraps every organisation's keys with another master key, one organisation to a transaction, then says in the
 * database that this is the one. Cut short, it leaves a database that opens with both keys, and is finished by another run.
 */
@Injectable()
export class MasterKeyRotationService {
  constructor(
    private readonly works: Works,
    private readonly keyRing: KeyRing,
    private readonly dataSource: DataSource,
  ) {}

  async state(): Promise<MasterKeyState> {
    const [row] = (await this.dataSource.query(
      'SELECT master_key_id AS id, next_master_key_id AS next FROM installation',
    )) as MasterKeyState[];
    return row!;
  }

  /** @param say takes a line for each organisation */
  async rotate(target: Key, say: (line: string) => void): Promise<MasterKeyRotation> {
    await this.dataSource.query('UPDATE installation SET next_master_key_id = $1', [target.id]);
    let rewrapped = 0;
    for (;;) {
      const broken: string[] = [];
      const ids = await this.works.organizationIds();
      for (const [at, id] of ids.entries()) {
        const done = await this.works.run(id, (work) => this.rewrap(work, target));
        rewrapped += done.rewrapped;
        broken.push(...done.broken);
        if (done.rewrapped > 0) say(`Organisation ${id}: keys re-wrapped (${at + 1} of ${ids.length}).`);
      }
      if (broken.length > 0) return { rewrapped, broken };
      if (await this.dataSource.transaction((manager) => this.conclude(manager, target))) return { rewrapped, broken };
    }
  }

  private async rewrap(work: Work, target: Key): Promise<MasterKeyRotation> {
    const rows = await work.sql<WrappedKey>(
      `SELECT id, wrapped FROM organization_keys WHERE organization_id = $1 AND wrapped NOT LIKE $2 ORDER BY id FOR UPDATE`,
      [work.organizationId, `${escaped(beginningOf(target.id))}%`],
    );
    const broken: string[] = [];
    let rewrapped = 0;
    for (const row of rows) {
      const wrapped = this.rewrappedOrNot(row, target);
      if (!wrapped) {
        broken.push(`organization_keys.wrapped:${row.id}`);
        continue;
      }
      await work.execute('UPDATE organization_keys SET wrapped = $3 WHERE organization_id = $1 AND id = $2', [
        work.organizationId,
        row.id,
        wrapped,
      ]);
      rewrapped += 1;
    }
    if (rewrapped > 0)
      work.audit({
        event: 'keys.rotated',
        subjectType: 'organization',
        subjectId: work.organizationId,
        details: { key: 'master', rewrapped, broken: broken.length },
      });
    return { rewrapped, broken };
  }

  private rewrappedOrNot(row: WrappedKey, target: Key): string | undefined {
    try {
      return this.keyRing.rewrap(row, target).wrapped;
    } catch {
      return undefined;
    }
  }

  /** Says that the new key is the one, unless an organisation was made with the former one meanwhile. */
  private async conclude(manager: EntityManager, target: Key): Promise<boolean> {
    // Waits for organisations that are being made.
    await manager.query('SELECT pg_advisory_xact_lock($1)', [masterKeyLock]);
    const ids = await manager.query<{ id: string }[]>('SELECT id FROM organization_ids()');
    for (const { id } of ids) {
      await manager.query(`SELECT set_config('app.organization_id', $1, true)`, [id]);
      const others = await manager.query<unknown[]>(
        'SELECT 1 FROM organization_keys WHERE organization_id = $1 AND wrapped NOT LIKE $2',
        [id, `${escaped(beginningOf(target.id))}%`],
      );
      if (others.length > 0) return false;
    }
    await manager.query('UPDATE installation SET master_key_id = $1, next_master_key_id = NULL', [target.id]);
    return true;
  }
}

/** Ids of master keys may hold `_`, which LIKE takes for any character. */
const escaped = (text: string) => text.replaceAll('_', '\\_');
