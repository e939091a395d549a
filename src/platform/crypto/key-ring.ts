import { randomBytes } from 'node:crypto';
import { BlindIndex } from './blind-index.js';
import type { MasterKeys } from './master-keys.js';
import { beginningOf, type Key, keyIdOf, openBytes, place, seal, SealBroken } from './sealing.js';

/** A key as it is stored: wrapped by the key above it in the tree. */
export interface WrappedKey {
  id: string;
  wrapped: string;
}

/** Of so many clients the data keys stay unlocked, for as long as {@link KeyRing} remembers the organisation's. */
const mostDataKeys = 1000;

/** The keys of one organisation, unlocked. */
export class OrganizationKeys {
  /** By the wrapped key, which a request must bring from its row: a key that was destroyed opens nothing from here. */
  private readonly dataKeys = new Map<string, Key>();

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

  /** One of these keys, for values sealed with the organisation's own. @throws Error when it is not here */
  readonly keyFor = (id: string): Key => {
    const key = this.seals.find((candidate) => candidate.id === id);
    if (!key) throw new Error(`The organisation's key ${id} is not here.`);
    return key;
  };

  /** Opens a value that was sealed with a key of the organisation itself, whichever. @throws SealBroken */
  open(at: string, sealed: string): Buffer {
    const id = keyIdOf(sealed, at);
    const key = this.seals.find((candidate) => candidate.id === id);
    if (!key) throw new SealBroken(at);
    return openBytes(key, at, sealed);
  }

  /** Unlocks a client's data key; one list asks for those of all its lines, and the next list for the same. @throws SealBroken */
  dataKey({ id, wrapped }: WrappedKey): Key {
    const known = this.dataKeys.get(wrapped);
    if (known?.id === id) return known;
    const key = { id, bytes: this.open(place('client_keys', 'wrapped', id), wrapped) };
    if (this.dataKeys.size < mostDataKeys) this.dataKeys.set(wrapped, key);
    return key;
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
  /** Keys that seal nothing, for work that must not show that there is no organisation. */
  readonly nobodys = new OrganizationKeys([{ id: 'nobody', bytes: randomBytes(32) }], new BlindIndex(randomBytes(32)));

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
