import { Injectable } from '@nestjs/common';
import { OrganizationChanged } from '../organizations/organizations.service.js';
import { DomainEvents } from '../platform/database/domain-events.js';
import { insertStatement } from '../platform/database/statements.js';
import type { Work } from '../platform/database/work.js';
import { Problem } from '../platform/http/problem.js';
import { OwnWording } from './own-wording.entity.js';
import type { PutWording, WordingAnswer, WordingsAnswer, WordingText } from './own-wordings.dto.js';
import { exampleOf, ownTextNames, wordedKinds, type WordedKind, wrongNickname, wrongWith } from './own-wordings.js';
import type { OwnWords, Signature } from './words/client-wording.js';
import { wordingLanguage, wordingLanguages, wordsOf } from './words/languages.js';
import { textLength } from './words/segments.js';

type Signed = Signature & { name: string };
const keyOf = ({ kind, language }: { kind: string; language: string }) => `${kind} ${language}`;

/** How an organisation words its messages to clients, where it does so itself. */
@Injectable()
export class OwnWordingsService {
  private readonly known = new WeakMap<Work, Promise<Map<string, OwnWording>>>();

  constructor(events: DomainEvents) {
    events.on(OrganizationChanged, (_, { organization: { nickname, name } }) => {
      const errors = nickname ? wrongNickname(nickname, name) : [];
      return errors.length > 0 ? Promise.reject(Problem.invalid(errors)) : Promise.resolve();
    });
  }

  /** Words of this organisation for a kind, read once per work; undefined where there are none. */
  async of(work: Work, kind: string, language: string | null): Promise<OwnWords | undefined> {
    return (await this.all(work)).get(keyOf({ kind, language: wordingLanguage(language) }))?.texts;
  }

  async list(work: Work): Promise<WordingsAnswer> {
    const [rows, signed] = [await this.all(work), await this.signed(work)];
    const items = wordedKinds.flatMap((kind) =>
      wordingLanguages.map((language) => answerOf({ kind, language }, rows.get(keyOf({ kind, language })), signed)),
    );
    return { items };
  }

  /** How messages would read with these words, of which nothing is saved. @throws Problem 422 for words that must not go out */
  async preview(work: Work, { kind, language, ...given }: PutWording): Promise<WordingAnswer> {
    const signed = await this.signed(work);
    const row = (await this.all(work)).get(keyOf({ kind, language }));
    const texts = judged(given, language, signed);
    return answerOf({ kind, language }, { version: row?.version ?? 0, texts }, signed);
  }

  /** Replaces the words for one kind and language. @throws Problem 422 for words that must not go out, 412 when stale */
  async put(work: Work, version: number, { kind, language, ...given }: PutWording): Promise<WordingAnswer> {
    const signed = await this.signed(work);
    const texts = judged(given, language, signed);
    const row = (await this.all(work)).get(keyOf({ kind, language }));
    if (!row && version !== 0) throw Problem.stale('reminder_wording', 0);
    const changed = row
      ? await work.change(OwnWording, 'reminder_wording', row, version, { texts })
      : await this.first(work, { kind, language, texts });
    this.known.delete(work);
    work.audit({
      event: 'reminder_wording.changed',
      subjectType: 'reminder_wording',
      subjectId: changed.id,
      details: { kind, fields: Object.keys(texts) },
    });
    return answerOf({ kind, language }, changed, signed);
  }

  private async first(work: Work, words: Pick<OwnWording, 'kind' | 'language' | 'texts'>): Promise<OwnWording> {
    const by = { createdAt: work.now, createdBy: work.actor.userId, updatedAt: work.now, updatedBy: work.actor.userId };
    const row = { id: work.newId(), organizationId: work.organizationId, version: 1, ...by, ...words };
    const { text, parameters } = insertStatement(work.manager.connection.getMetadata(OwnWording), [row]);
    if ((await work.execute(`${text} ON CONFLICT DO NOTHING`, parameters)) === 0)
      throw Problem.stale('reminder_wording', 1);
    return row;
  }

  private all(work: Work): Promise<Map<string, OwnWording>> {
    const known = this.known.get(work) ?? this.read(work);
    this.known.set(work, known);
    return known;
  }

  private async read(work: Work): Promise<Map<string, OwnWording>> {
    const rows = await work.sql<OwnWording>(
      'SELECT id, version, kind, language, texts FROM reminder_wordings WHERE organization_id = $1',
      [work.organizationId],
    );
    return new Map(rows.map((row) => [keyOf(row), row]));
  }

  private async signed(work: Work): Promise<Signed> {
    const [row] = await work.sql<Signed>(
      'SELECT name, nickname, call_back_number AS "callBackNumber" FROM organizations WHERE organization_id = $1',
      [work.organizationId],
    );
    return row!;
  }
}

/** The words that were given, without the empty ones. @throws Problem 422 for words that must not go out */
function judged(
  given: Omit<PutWording, 'kind' | 'language'>,
  language: WordingAnswer['language'],
  signed: Signed,
): OwnWords {
  const texts: OwnWords = {};
  for (const name of ownTextNames) {
    const text = given[name]?.trim();
    if (text) texts[name] = text;
  }
  const errors = Object.entries(texts).flatMap(([name, text]) =>
    wrongWith(name as keyof OwnWords, text, language, signed.name),
  );
  if (errors.length > 0) throw Problem.invalid(errors);
  return texts;
}

function answerOf(
  { kind, language }: { kind: WordedKind; language: WordingAnswer['language'] },
  row: Pick<OwnWording, 'version' | 'texts'> | undefined,
  signed: Signed,
): WordingAnswer {
  const texts = ownTextNames.map((name): WordingText => {
    const own = row?.texts ?? {};
    const example = exampleOf(name, own, language, signed);
    const length = name === 'subject' ? null : textLength(example);
    return { name, own: own[name] ?? null, usual: wordsOf[language][name], example, length };
  });
  return { kind, language, version: row?.version ?? 0, texts };
}
