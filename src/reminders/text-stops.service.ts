import { Injectable } from '@nestjs/common';
import { notify } from '../platform/channels/in-app.channel.js';
import type { Work } from '../platform/database/work.js';
import { DerivationService } from './derivation.service.js';
import { filesOfNumber } from './subjects.queries.js';

/** A number's word about text messages. */
export interface StopWord {
  stopped: boolean;
  /** The provider's name for the message that said it. */
  id: string;
  saidAt: Date;
}

const mostHeard = 20;
/** An organisation without a STOP is not asked again so soon, or each text message would cost a question to each of them. */
const quietMs = 60_000;

/** Numbers that want no more text messages, in one organisation. */
@Injectable()
export class TextStopsService {
  /** Organisations to which nobody said STOP, and when that was seen. */
  private readonly quiet = new Map<string, number>();

  constructor(private readonly derivation: DerivationService) {}

  /** The token of a number, by which alone it is kept; undefined for what is no number. */
  async tokenOf(work: Work, number: string): Promise<Buffer | undefined> {
    const { index } = await work.organizationKeys();
    return index.duplicateTokens({ names: [], phones: [number] })[0]?.token;
  }

  /** Whether it is worth asking for numbers that said STOP to an organisation. */
  mayHaveStops(organizationId: string, now: Date): boolean {
    const seen = this.quiet.get(organizationId);
    return seen === undefined || now.getTime() - seen >= quietMs;
  }

  /** Those of the numbers whose last word to this organisation was STOP. */
  async stoppedAmong(work: Work, numbers: string[]): Promise<string[]> {
    const [some] = await work.sql('SELECT 1 FROM text_stops WHERE organization_id = $1 AND stopped LIMIT 1', [
      work.organizationId,
    ]);
    if (!some) {
      this.quiet.set(work.organizationId, work.now.getTime());
      return [];
    }
    const tokens = await Promise.all(numbers.map((number) => this.tokenOf(work, number)));
    const rows = await work.sql<{ token: Buffer }>(
      'SELECT token FROM text_stops WHERE organization_id = $1 AND stopped AND token = ANY($2)',
      [work.organizationId, tokens.filter((token) => token !== undefined)],
    );
    const stopped = new Set(rows.map(({ token }) => token.toString('hex')));
    return numbers.filter((_, at) => stopped.has(tokens[at]?.toString('hex') ?? ''));
  }

  /**
   * Takes the word of a number, unless it is played again or older than what it said last. In the same transaction what is
   * ahead in every case file with the number goes another way, or this way again, and who answers for it is told.
   * @returns whether it changed anything
   */
  async hear(work: Work, token: Buffer, { stopped, id, saidAt }: StopWord): Promise<boolean> {
    this.quiet.delete(work.organizationId);
    // In doubt, as when both come at one moment, there are no more messages.
    const later = stopped ? 's.said_at <= excluded.said_at' : 's.said_at < excluded.said_at';
    const changed = await work.sql<{ before: boolean | null }>(
      `WITH before AS (SELECT stopped FROM text_stops WHERE organization_id = $1 AND token = $2)
       INSERT INTO text_stops AS s (organization_id, token, stopped, said_at, heard_ids)
       VALUES ($1, $2, $3, $4, ARRAY[$5::varchar])
       ON CONFLICT (organization_id, token) DO UPDATE SET stopped = excluded.stopped, said_at = excluded.said_at,
         heard_ids = ($5::varchar || s.heard_ids)[1:${mostHeard}]
       WHERE ${later} AND NOT ($5::varchar = ANY(s.heard_ids))
       RETURNING (SELECT stopped FROM before) AS before`,
      [work.organizationId, token, stopped, saidAt, id],
    );
    if (changed.length === 0 || (changed[0]!.before ?? false) === stopped) return false;
    await this.follow(work, token, stopped);
    return true;
  }

  /** What a carrier knows of the number of a case file, and we did not: it wants no more. */
  async ofClient(work: Work, clientId: string, id: string): Promise<void> {
    const tokens = await work.sql<{ token: Buffer }>(
      `SELECT token FROM search_tokens WHERE organization_id = $1 AND client_id = $2 AND kind = 'phone'`,
      [work.organizationId, clientId],
    );
    for (const { token } of tokens) await this.hear(work, token, { stopped: true, id, saidAt: work.now });
  }

  private async follow(work: Work, token: Buffer, stopped: boolean): Promise<void> {
    const files = await filesOfNumber(work, token);
    const kind = stopped ? 'texts_stopped' : 'texts_started';
    for (const { id } of files) this.derivation.markClient(work, id);
    await notify(
      work,
      files.flatMap(({ id, responsible }) =>
        responsible
          ? [{ userId: responsible.id, about: { kind, subjectType: 'client', subjectId: id, clientId: id } }]
          : [],
      ),
    );
    const details = { count: files.length };
    if (stopped) work.audit({ event: 'texts.stopped', details });
    else work.audit({ event: 'texts.started', details });
  }
}
