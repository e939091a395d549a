import { Injectable } from '@nestjs/common';
import { newId } from '../platform/database/ids.js';
import { Clock } from '../platform/clock.js';
import { KeyRing, type OrganizationKeys } from '../platform/crypto/key-ring.js';
import { DomainEvent } from '../platform/database/domain-events.js';
import type { Work } from '../platform/database/work.js';
import { Works } from '../platform/database/works.js';
import { wrappingKey } from '../platform/database/wrapping-key.js';
import { Problem } from '../platform/http/problem.js';
import { Organization, OrganizationKey } from './organization.entity.js';
import type { ChangeOrganization } from './organizations.dto.js';

/** A new organisation exists; features fill in what it starts with (reference lists, the reminder plan). */
export class OrganizationCreated extends DomainEvent {
  constructor(readonly organization: Organization) {
    super();
  }
}

/** What an organisation says of itself is another now; features refuse what they could not live with. */
export class OrganizationChanged extends DomainEvent {
  constructor(readonly organization: Organization) {
    super();
  }
}

@Injectable()
export class OrganizationsService {
  constructor(
    private readonly works: Works,
    private readonly keyRing: KeyRing,
    private readonly clock: Clock,
  ) {}

  /** Makes an organisation with keys of its own, then does `first` in the same transaction (its first user). */
  async create<T>(
    wanted: { name: string; codePrefix?: string },
    first: (work: Work, organization: Organization) => Promise<T>,
  ): Promise<T> {
    const id = newId(this.clock.now());
    return this.works.run(id, async (work) => {
      const master = await wrappingKey(work, this.keyRing.masters);
      await work.insert(
        OrganizationKey,
        (['seal', 'index'] as const).map((purpose) => ({
          ...this.keyRing.makeOrganizationKey(work.newId(), master),
          purpose,
          createdAt: work.now,
        })),
      );
      const [organization] = await work.insert(Organization, [
        {
          id,
          organizationId: id,
          name: wanted.name,
          codePrefix: wanted.codePrefix ?? prefixOf(wanted.name),
          collectsAddresses: false,
        },
      ]);
      work.audit({ event: 'organization.created', subjectType: 'organization', subjectId: id });
      await work.emit(new OrganizationCreated(organization!));
      return first(work, organization!);
    });
  }

  async own(work: Work): Promise<Organization> {
    const organization = await work.manager.findOneBy(Organization, { id: work.organizationId });
    if (!organization) throw Problem.notFound('organization');
    return organization;
  }

  /** Asked by the work itself, once; everybody else asks `work.zone()`. */
  async zone(work: Work): Promise<string> {
    const [row] = await work.sql<{ zone: string }>('SELECT zone FROM organizations WHERE id = $1', [
      work.organizationId,
    ]);
    return row!.zone;
  }

  async change(work: Work, version: number, input: ChangeOrganization): Promise<Organization> {
    const changed = await work.change(Organization, 'organization', await this.own(work), version, input);
    work.audit({
      event: 'organization.changed',
      subjectType: 'organization',
      subjectId: work.organizationId,
      details: { fields: Object.keys(input) },
    });
    await work.emit(new OrganizationChanged(changed));
    return changed;
  }

  /**
   * Reads and unlocks the keys of the work's organisation; each process remembers them for a while.
   * @param sealed values that they are to open
   */
  async keys(work: Work, sealed: string[] = []): Promise<OrganizationKeys> {
    const known = this.keyRing.known(work.organizationId, sealed);
    if (known) return known;
    const keys = await this.keysAnew(work);
    if (keys === this.keyRing.nobodys) throw new Error('The organisation has no keys.');
    return keys;
  }

  /**
   * The keys read and unlocked once more, however lately that was done; those of nobody for an organisation that does
   * not exist. What is remembered would tell a stranger, by the time that it saves, whose people are at work.
   */
  async keysAnew(work: Work): Promise<OrganizationKeys> {
    const rows = await work.sql<Pick<OrganizationKey, 'id' | 'purpose' | 'wrapped'>>(
      `SELECT id, purpose, wrapped FROM organization_keys WHERE organization_id = $1 ORDER BY created_at DESC, id DESC`,
      [work.organizationId],
    );
    const seals = rows.filter((row) => row.purpose === 'seal');
    const index = rows.find((row) => row.purpose === 'index');
    if (seals.length === 0 || !index) return this.keyRing.nobodys;
    return this.keyRing.unlock(work.organizationId, seals, index);
  }
}

/** "Bronx Defenders" -> BD; a prefix of two to four letters that staff may change. */
function prefixOf(name: string): string {
  const initials = name
    .normalize('NFKD')
    .replace(/[^A-Za-z\s]/g, '')
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => word[0]!.toUpperCase())
    .join('')
    .slice(0, 3);
  return initials.length >= 2 ? initials : 'CF';
}
