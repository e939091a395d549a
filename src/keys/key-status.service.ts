import { Injectable } from '@nestjs/common';
import { OrganizationsService } from '../organizations/organizations.service.js';
import type { WrappedKey } from '../platform/crypto/key-ring.js';
import { beginningOf } from '../platform/crypto/sealing.js';
import type { Work } from '../platform/database/work.js';
import { Works } from '../platform/database/works.js';
import { keyUses } from './key-uses.js';
import type { KeysStatusAnswer } from './keys.dto.js';
import { MasterKeyRotationService } from './master-key-rotation.service.js';

export interface SealKeyStatus {
  id: string;
  madeAt: Date;
  /** Values sealed with it, by what they are. */
  seals: Record<string, number>;
}

export interface OrganizationKeyStatus {
  organizationId: string;
  /** Newest first; more than one says that a rotation is to be finished. */
  sealKeys: SealKeyStatus[];
  /** Whether the organisation's own keys open. */
  opens: boolean;
  /** `client_keys.wrapped:id` of client keys that do not open. */
  broken: string[];
}

const pageSize = 5_000;

/** What keys there are, what they hold, and whether each of them opens. Changes nothing. */
@Injectable()
export class KeyStatusService {
  constructor(
    private readonly works: Works,
    private readonly organizations: OrganizationsService,
    private readonly masterKeys: MasterKeyRotationService,
  ) {}

  of(organizationId: string): Promise<OrganizationKeyStatus> {
    return this.works.run(organizationId, async (work) => {
      const sealKeys = await this.sealKeys(work);
      const broken = await this.brokenClientKeys(work).catch(() => undefined);
      return { organizationId, sealKeys, opens: broken !== undefined, broken: broken ?? [] };
    });
  }

  /** For whoever administers the organisation: counts alone, and no key is opened. */
  async shown(work: Work): Promise<KeysStatusAnswer> {
    const { id, next } = await this.masterKeys.state();
    const sealKeys = await this.sealKeys(work);
    work.audit({ event: 'keys.status_read', subjectType: 'organization', subjectId: work.organizationId });
    return {
      masterKey: { id, next },
      keys: sealKeys.map(({ id: key, madeAt, seals }) => ({
        id: key,
        madeAt: madeAt.toISOString(),
        seals: Object.values(seals).reduce((sum, count) => sum + count, 0),
      })),
    };
  }

  /** Newest first. */
  private async sealKeys(work: Work): Promise<SealKeyStatus[]> {
    const rows = await work.sql<{ id: string; madeAt: Date }>(
      `SELECT id, created_at AS "madeAt" FROM organization_keys WHERE organization_id = $1 AND purpose = 'seal'
       ORDER BY created_at DESC, id DESC`,
      [work.organizationId],
    );
    const sealKeys: SealKeyStatus[] = [];
    for (const row of rows) sealKeys.push({ ...row, seals: await this.heldBy(work, row.id) });
    return sealKeys;
  }

  private async heldBy(work: Work, keyId: string): Promise<Record<string, number>> {
    const held: Record<string, number> = {};
    for (const { table, column, noun } of keyUses) {
      const [row] = await work.sql<{ n: number }>(
        `SELECT count(*) AS n FROM ${table} WHERE organization_id = $1 AND ${column} LIKE $2`,
        [work.organizationId, `${beginningOf(keyId)}%`],
      );
      if (row!.n > 0) held[noun] = row!.n;
    }
    return held;
  }

  private async brokenClientKeys(work: Work): Promise<string[]> {
    const keys = await this.organizations.keys(work);
    const broken: string[] = [];
    for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
      const rows = await work.sql<WrappedKey>(
        'SELECT id, wrapped FROM client_keys WHERE organization_id = $1 AND id > $2 ORDER BY id LIMIT $3',
        [work.organizationId, after, pageSize],
      );
      if (rows.length === 0) return broken;
      for (const row of rows) {
        try {
          keys.dataKey(row);
        } catch {
          broken.push(`client_keys.wrapped:${row.id}`);
        }
      }
      after = rows.at(-1)!.id;
    }
  }
}
