import { Injectable } from '@nestjs/common';
import type { OrganizationKey } from '../organizations/organization.entity.js';
import { KeyRing, type WrappedKey } from '../platform/crypto/key-ring.js';
import type { Key } from '../platform/crypto/sealing.js';
import type { Work } from '../platform/database/work.js';
import { wrappingKey } from '../platform/database/wrapping-key.js';

/**
 * The key that an organisation's audit is sealed with: one of its own in the key tree, so that it outlives a rotation of
 * the others. Whoever has the database and not the master key can make no seal.
 */
@Injectable()
export class AuditKeys {
  constructor(private readonly keyRing: KeyRing) {}

  /** The newest key; the first is made here. The caller holds the organisation's lock on sealing. */
  async current(work: Work): Promise<Key> {
    const [row] = await this.rows(work);
    if (row) return this.opened(row);
    const made = this.keyRing.makeOrganizationKey(work.newId(), await wrappingKey(work, this.keyRing.masters));
    await work.sql(
      `INSERT INTO organization_keys (id, organization_id, purpose, wrapped, created_at) VALUES ($1, $2, 'audit', $3, $4)`,
      [made.id, work.organizationId, made.wrapped, work.now],
    );
    return this.opened(made);
  }

  /** Every key that seals were made with, by id. @throws SealBroken when one was tampered with */
  async all(work: Work): Promise<Map<string, Key>> {
    return new Map((await this.rows(work)).map((row) => [row.id, this.opened(row)]));
  }

  private opened(row: WrappedKey): Key {
    return { id: row.id, bytes: this.keyRing.bytesOf(row) };
  }

  private rows(work: Work): Promise<Pick<OrganizationKey, 'id' | 'wrapped'>[]> {
    return work.sql(
      `SELECT id, wrapped FROM organization_keys WHERE organization_id = $1 AND purpose = 'audit' ORDER BY created_at DESC, id DESC`,
      [work.organizationId],
    );
  }
}
