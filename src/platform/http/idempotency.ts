import type { RequestWithUpload } from '../files/file-route.js';
import type { OrganizationKeys } from '../crypto/key-ring.js';
import { place, seal } from '../crypto/sealing.js';
import type { Work } from '../database/work.js';
import { Problem, problemDocument } from './problem.js';

const keptHours = 24;

/** An answer as it goes out. */
export interface KeptAnswer {
  status: number;
  headers: Record<string, string>;
  body: unknown;
}

/** Keyed: a body may hold a name or a password, which a plain hash would let be guessed. */
async function requestHash(work: Work, request: RequestWithUpload): Promise<Buffer> {
  const { index } = await work.organizationKeys();
  return index.fingerprint(
    `${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}${request.upload?.sha256 ?? ''}`,
  );
}

/**
 * Repeats of a POST with one Idempotency-Key: the first claims the key in its own transaction, a concurrent repeat waits
 * for it in PostgreSQL, a later one is answered what the first was answered.
 */
export class Idempotency {
  private constructor(
    private readonly work: Work,
    private readonly key: string,
  ) {}

  /**
   * @returns the kept answer of the first request, or a claim to keep this one's answer with
   * @throws Problem 422 when the key was used for another request, 400 when it is malformed
   */
  static async claim(work: Work, request: RequestWithUpload, key: string): Promise<KeptAnswer | Idempotency> {
    if (!/^[\x21-\x7e]{1,200}$/.test(key)) {
      throw Problem.malformed(
        'idempotency.malformed',
        'Idempotency-Key must be 1 to 200 visible ASCII characters, best a random UUID.',
      );
    }
    const hash = await requestHash(work, request);
    const expiry = new Date(work.now.getTime() - keptHours * 3_600_000);
    const owner = [work.organizationId, work.actor.userId, key];
    await work.execute(
      `DELETE FROM idempotency_keys WHERE organization_id = $1 AND user_id = $2 AND key = $3 AND created_at <= $4`,
      [...owner, expiry],
    );
    const claimed = await work.execute(
      `INSERT INTO idempotency_keys (organization_id, user_id, key, request_hash, created_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT DO NOTHING`,
      [...owner, hash, work.now],
    );
    if (claimed === 1) return new Idempotency(work, key);
    const [kept] = await work.sql<{ request_hash: Buffer; status: number | null; answer: string | null }>(
      `SELECT request_hash, status, answer FROM idempotency_keys WHERE organization_id = $1 AND user_id = $2 AND key = $3`,
      owner,
    );
    if (!kept || !kept.request_hash.equals(hash)) {
      throw new Problem(
        422,
        'idempotency.key_reused',
        'This Idempotency-Key was used for another request. Use a new key.',
        {
          errors: [
            { field: 'Idempotency-Key', code: 'idempotency.key_reused', message: 'Use a new key for a new request.' },
          ],
        },
      );
    }
    const keys = await work.organizationKeys([kept.answer!]);
    const { headers, body } = JSON.parse(
      keys.open(Idempotency.placeOf(work, key), kept.answer!).toString('utf8'),
    ) as KeptAnswer;
    return { status: kept.status!, headers, body };
  }

  async keep(answer: KeptAnswer): Promise<void> {
    const { work, key } = this;
    const { seal: organizationKey } = await work.organizationKeys();
    const sealed = seal(
      organizationKey,
      Idempotency.placeOf(work, key),
      JSON.stringify({ headers: answer.headers, body: answer.body }),
    );
    await work.execute(
      `UPDATE idempotency_keys SET status = $4, answer = $5 WHERE organization_id = $1 AND user_id = $2 AND key = $3`,
      [work.organizationId, work.actor.userId, key, answer.status, sealed],
    );
  }

  /** Gives the key back after a refusal: a repeat is tried anew. */
  async release(): Promise<void> {
    await this.work.execute(
      'DELETE FROM idempotency_keys WHERE organization_id = $1 AND user_id = $2 AND key = $3 AND answer IS NULL',
      [this.work.organizationId, this.work.actor.userId, this.key],
    );
  }

  /**
   * Makes this organisation forget the kept answers that name one of these records, which are no more: a repeat of such a
   * request is refused, and neither answered what was nor done anew.
   * @returns how many there were
   */
  static async forget(work: Work, ids: string[]): Promise<number> {
    const kept = await work.sql<{ userId: string; key: string; answer: string }>(
      `SELECT user_id AS "userId", key, answer FROM idempotency_keys WHERE organization_id = $1 AND answer IS NOT NULL`,
      [work.organizationId],
    );
    const keys = await work.organizationKeys(kept.map(({ answer }) => answer));
    const gone = problemDocument(
      Problem.conflict(
        'record.purged',
        'What this request made was purged since, and is not made anew. Use a new key.',
      ),
    );
    let forgotten = 0;
    for (const { userId, key, answer } of kept) {
      const at = place('idempotency_keys', 'answer', `${userId}/${key}`);
      const text = textOf(keys, at, answer);
      if (!ids.some((id) => text.includes(id))) continue;
      const refusal = { headers: { 'content-type': 'application/problem+json' }, body: gone };
      forgotten += await work.execute(
        'UPDATE idempotency_keys SET status = 409, answer = $4 WHERE organization_id = $1 AND user_id = $2 AND key = $3',
        [work.organizationId, userId, key, seal(keys.seal, at, JSON.stringify(refusal))],
      );
    }
    return forgotten;
  }

  private static placeOf(work: Work, key: string): string {
    return place('idempotency_keys', 'answer', `${work.actor.userId}/${key}`);
  }
}

/** What does not open names nobody any more. */
function textOf(keys: OrganizationKeys, at: string, answer: string): string {
  try {
    return keys.open(at, answer).toString('utf8');
  } catch {
    return '';
  }
}
