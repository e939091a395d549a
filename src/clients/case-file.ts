import type { OrganizationKeys, WrappedKey } from '../platform/crypto/key-ring.js';
import { openFields, openWhatOpens, sealFields } from '../platform/crypto/sealed-fields.js';
import { type Key, openFromBytes, place, SealBroken, sealToBytes } from '../platform/crypto/sealing.js';
import { fieldsOf } from '../platform/http/field-catalogue.js';
import type { Client } from './client.entity.js';
import { ClientFileFields } from './client.fields.js';

type Class = { prototype: object };

/** Names of sealed fields that do not open, where there are any. */
export interface Unreadable {
  unreadable?: string[];
}

/**
 * A client's row, still sealed, with the keys that open it and every record of the file. `Row` has fewer columns where
 * less is to be read.
 */
export class CaseFile<Row extends Pick<Client, 'id'> = Client> {
  private readonly opened = new Map<string, Key>();

  constructor(
    readonly client: Row,
    private readonly wrappedKeys: WrappedKey[],
    private readonly organizationKeys: OrganizationKeys,
    /** Whether the one who asks sees the whole file, rather than coming along to one of its appointments. */
    readonly seen = true,
  ) {}

  get id(): string {
    return this.client.id;
  }

  /** A data key of this client; a merged client has several. @throws Error when the key was destroyed */
  readonly keyFor = (id: string): Key => {
    let key = this.opened.get(id);
    if (!key) {
      const wrapped = this.wrappedKeys.find((candidate) => candidate.id === id);
      if (!wrapped) throw new Error(`The data key ${id} is gone.`);
      key = this.organizationKeys.dataKey(wrapped);
      this.opened.set(id, key);
    }
    return key;
  };

  /** Values as they are stored: sealed fields encrypted for the row, instants as dates. */
  stored<T extends object>(fields: Class, table: string, rowId: string, values: T): T {
    return sealFields(fields, table, rowId, this.sealingKey(), withDates(fields, values));
  }

  /** Bytes as they are stored, sealed for their place. */
  sealedBytes(at: string, plain: Buffer): Buffer {
    return sealToBytes(this.sealingKey(), at, plain);
  }

  /** @throws SealBroken when they were altered, or stood elsewhere */
  openedBytes(at: string, sealed: Buffer): Buffer {
    try {
      return openFromBytes(this.keyFor, at, sealed);
    } catch (error) {
      // A key that is not there, or that the value names falsely, is as good as a value that was altered.
      throw error instanceof SealBroken ? error : new SealBroken(at);
    }
  }

  /** A row as it is answered: sealed fields opened, instants as text, the organisation left out. */
  answered<T>(fields: Class, table: string, row: { id: string }): T {
    return answered(fields, openFields(fields, table, row.id, this.keyFor, row)) as T;
  }

  /** {@link answered} for lists: what does not open is null, and its name is in `unreadable`; the others are shown. */
  shown<T>(fields: Class, table: string, row: { id: string }): T & Unreadable {
    const { row: opened, unreadable } = openWhatOpens(fields, table, row.id, this.keyFor, row);
    return { ...answered(fields, opened), ...(unreadable.length > 0 ? { unreadable } : {}) } as T & Unreadable;
  }

  private sealingKey(): Key {
    const [newest] = this.wrappedKeys;
    if (!newest) throw new SealBroken(place('client_keys', 'wrapped', this.id));
    return this.keyFor(newest.id);
  }

  /** One answer of the client, opened alone: that another does not open is no matter here. @throws SealBroken */
  opens<Name extends keyof Row & string>(name: Name): Row[Name] {
    const alone = { [name]: this.client[name] } as unknown as Pick<Row, Name>;
    return openFields(ClientFileFields, 'clients', this.id, this.keyFor, alone)[name];
  }

  /** The client opened. */
  person(): Row {
    return openFields(ClientFileFields, 'clients', this.id, this.keyFor, this.client);
  }
}

function withDates<T extends object>(fields: Class, values: T): T {
  const copy = { ...values } as Record<string, unknown>;
  for (const info of fieldsOf(fields).values()) {
    const value = copy[info.name];
    if (info.kind === 'instant' && typeof value === 'string') copy[info.name] = new Date(value);
  }
  return copy as T;
}

/** Every Date of a row as RFC 3339 in UTC, and without the columns that are nobody's business. */
export function answered(_fields: Class, row: object): Record<string, unknown> {
  const { organizationId: _, ...shown } = row as Record<string, unknown>;
  for (const name in shown) if (shown[name] instanceof Date) shown[name] = shown[name].toISOString();
  return shown;
}
