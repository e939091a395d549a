import { randomBytes } from 'node:crypto';
import { BlindIndex } from './blind-index.js';
import type { MasterKeys } from './master-keys.js';
import { beginningOf, type Key, keyIdOf, openBytes, place, seal, SealBroken } from './sealing.js';

/** A key as it is stored: wrapped by the key above it in the tree. */
export interface WrappedKey {
  id: string;
  wrapped: string;
}

/** The keys of one organisation, unlocked. */
export class OrganizationKeys {
  constructor(
    /** Newest first; more than one until a rotation has re-wrapped all that the older ones hold. */
    private readonly seals: Key[],
    readonly index: BlindIndex,
  ) {}

  /** The key to seal with. */
  get seal(): Key {
    return this.seals[0]!;
  }

  /** Whether the key that a sealed value names is among these. */
  canOpen(sealed: string): boolean {
    return this.seals.some(({ id }) => sealed.startsWith(beginningOf(id)));
  }

  /** Opens a value that was sealed with a key of the organisation itself, whichever. @throws SealBroken */
  open(at: string, sealed: string): Buffer {
    const id = keyIdOf(sealed, at);
    const key = this.seals.find((candidate) => candidate.id === id);
    if (!key) throw new SealBroken(at);
    return openBytes(key, at, sealed);
  }
}

const placeOfOrganizationKey = (id: string) => place('organization_keys', 'wrapped', id);

/** How long a process goes without looking for new keys of an organisation. A rotation waits for longer than that. */
export const keysFreshForMs = 2_000;

/**
 * The key tree: master key -> keys of an organisation (to seal, and one for the blind index) -> a data key per client.
 * Only the master key is outside the database; all others are stored wrapped by the key above.
 */
export class KeyRing {
  private readonly opened = new Map<string, Buffer>();
  private readonly organizations = new Map<string, { keys: OrganizationKeys; at: number }>();

  constructor(readonly masters: MasterKeys) {}

  /** Makes a key for an organisation, wrapped by a master key. */
  makeOrganizationKey(id: string, master: Key): WrappedKey {
    return { id, wrapped: seal(master, placeOfOrganizationKey(id), randomBytes(32)) };
  }

  /** The same key wrapped by another master key. @throws SealBroken, MasterKeyMissing */
  rewrap({ id, wrapped }: WrappedKey, master: Key): WrappedKey {
    return { id, wrapped: seal(master, placeOfOrganizationKey(id), this.bytesOf({ id, wrapped })) };
  }

  /**
   * Unlocks and remembers the keys of an organisation.
   * @param sealKeys newest first
   * @throws SealBroken when a key was tampered with, MasterKeyMissing when it is wrapped by one that is not here
   */
  unlock(organizationId: string, sealKeys: WrappedKey[], indexKey: WrappedKey): OrganizationKeys {
    const bytes = (key: WrappedKey) => {
      let known = this.opened.get(key.id);
      if (!known) this.opened.set(key.id, (known = this.bytesOf(key)));
      return known;
    };
    const seals = sealKeys.map((key) => ({ id: key.id, bytes: bytes(key) }));
    const keys = new OrganizationKeys(seals, new BlindIndex(bytes(indexKey)));
    this.organizations.set(organizationId, { keys, at: performance.now() });
    return keys;
  }

  /** What is remembered of an organisation, unless that was long ago or lacks a key that one of `sealed` needs. */
  known(organizationId: string, sealed: string[] = []): OrganizationKeys | undefined {
    const entry = this.organizations.get(organizationId);
    if (!entry || performance.now() - entry.at > keysFreshForMs) return undefined;
    return sealed.every((value) => entry.keys.canOpen(value)) ? entry.keys : undefined;
  }

  /** Unlocks one key of an organisation. @throws SealBroken, MasterKeyMissing */
  bytesOf({ id, wrapped }: WrappedKey): Buffer {
    const at = placeOfOrganizationKey(id);
    return openBytes(this.masters.get(keyIdOf(wrapped, at)), at, wrapped);
  }
}

/** Makes a client's data key, wrapped by the organisation's key. */
export function makeDataKey(organization: Key, id: string): WrappedKey & { key: Key } {
  const bytes = randomBytes(32);
  return { id, wrapped: seal(organization, place('client_keys', 'wrapped', id), bytes), key: { id, bytes } };
}

/** Unlocks a client's data key. @throws SealBroken */
export function openDataKey(organization: OrganizationKeys, { id, wrapped }: WrappedKey): Key {
  return { id, bytes: organization.open(place('client_keys', 'wrapped', id), wrapped) };
}
