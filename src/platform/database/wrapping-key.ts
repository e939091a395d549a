import type { MasterKeys } from '../crypto/master-keys.js';
import type { Key } from '../crypto/sealing.js';
import type { Work } from './work.js';

/** Held shared by whoever wraps a new key with the master key, and alone by whoever says which one that is. */
export const masterKeyLock = 815_162_343;

/**
 * The master key to wrap a new key of an organisation with. Until this work ends, no rotation of it can.
 * @throws MasterKeyMissing
 */
export async function wrappingKey(work: Work, masters: MasterKeys): Promise<Key> {
  await work.sql('SELECT pg_advisory_xact_lock_shared($1)', [masterKeyLock]);
  const [row] = await work.sql<{ id: string; next: string | null }>(
    'SELECT master_key_id AS id, next_master_key_id AS next FROM installation',
  );
  // Not every process need hold the new one yet; the rotation re-wraps what is made with the former one meanwhile.
  return (row?.next ? masters.find(row.next) : undefined) ?? (row?.id ? masters.get(row.id) : masters.first);
}
