import { Injectable } from '@nestjs/common';
import type { Work } from '../platform/database/work.js';
import { Problem } from '../platform/http/problem.js';
import type { CaseFile } from './case-file.js';
import { CaseFilesService } from './case-files.service.js';
import { ClientFileFields } from './client.fields.js';
import { isLetIn, seenByNobodyElse } from './client.policy.js';
import type { ClientAnswer } from './clients.dto.js';
import { lockClients } from './clients.queries.js';
import { ClientsMerged } from './clients-merged.js';
import { ClientsService } from './clients.service.js';
import { PersonIndex } from './person-index.js';
import { RecordChanged } from './record-changed.js';
import { withoutTexts, withTakenBack } from './taken-back.js';

/** Makes one case file of two entries of one person. */
@Injectable()
export class MergingService {
  constructor(
    private readonly files: CaseFilesService,
    private readonly clients: ClientsService,
    private readonly index: PersonIndex,
  ) {}

  /**
   * Every record of the other file moves here, its names become aliases, its facts fill what is empty here; then the
   * other entry ends.
   * @throws Problem 409 under a legal hold, or where a wall would be passed by; 403 for who only broke the glass
   */
  async merge(work: Work, id: string, otherId: string): Promise<ClientAnswer> {
    if (id === otherId)
      throw Problem.invalidField('otherClientId', 'client.same', 'Choose another client than this one.');
    // A record that is being added meanwhile moves along, or is refused; two merges of the same files wait for each other.
    await lockClients(work, [id, otherId]);
    const into = await this.files.writable(work, id);
    const from = await this.files.writable(work, otherId);
    mayBecomeOne(work, into, from);
    const filled = whatFills(into, from);
    await this.move(work, from, into);
    work.audit({
      event: 'client.merged',
      subjectType: 'client',
      subjectId: id,
      clientId: id,
      details: { otherClientId: otherId },
    });
    const stored = into.stored(ClientFileFields, 'clients', id, filled);
    const file = await this.clients.save(work, into, into.client.version, stored, Object.keys(filled));
    await this.index.follow(work, id, into.person(), file.person());
    return this.clients.answer(file);
  }

  private async move(work: Work, from: CaseFile, into: CaseFile): Promise<void> {
    await work.execute('UPDATE client_keys SET client_id = $3 WHERE organization_id = $1 AND client_id = $2', [
      work.organizationId,
      from.id,
      into.id,
    ]);
    await work.emit(new ClientsMerged(from.id, into));
    await work.emit(new RecordChanged('client', from, { ...from.client, clientId: from.id }, undefined));
    await work.execute('DELETE FROM clients WHERE organization_id = $1 AND id = $2', [work.organizationId, from.id]);
  }
}

function mayBecomeOne(work: Work, into: CaseFile, from: CaseFile): void {
  if (from.client.legalHold || into.client.legalHold)
    throw Problem.conflict('client.legal_hold', 'A legal hold forbids merging. Ask a supervisor.');
  if (![into, from].every(({ client }) => isLetIn(work, client))) {
    throw Problem.forbidden(
      'break_glass.merge',
      'Who only broke the glass of a restricted file cannot merge it. Ask somebody whom it lets in.',
    );
  }
  if (!seenByNobodyElse(into.client, from.client)) {
    throw Problem.conflict(
      'client.wall',
      'The other file is restricted, and merging would show it to people who are not let in. Merge the other way round, or restrict this file to the same people first.',
    );
  }
}

const notMerged = new Set([
  'id',
  'code',
  'version',
  'status',
  'closingReason',
  'restricted',
  'allowedUserIds',
  'retentionClass',
  'reviewOn',
  'legalHold',
  'organizationId',
  'createdAt',
  'createdBy',
  'updatedAt',
  'updatedBy',
  'consents',
]);

/** What of the other file goes where this one says nothing, the other's names as aliases, and what was taken back there. */
function whatFills(into: CaseFile, from: CaseFile): Partial<ClientFileFields> {
  const [mine, theirs] = [into.person(), from.person()];
  const filled: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(theirs)) {
    const isEmptyHere = (mine as unknown as Record<string, unknown>)[name] === null;
    if (isEmptyHere && value !== null && !notMerged.has(name)) filled[name] = value;
  }
  if (filled.aNumber) filled.aNumberState = 'has';
  // That a number may be texted was said of that number.
  if (mine.phone && mine.phone !== theirs.phone) delete filled.phoneSafeToText;
  Object.assign(filled, withoutTexts(mine, theirs));
  const consents = withTakenBack(mine.consents, theirs.consents);
  if (consents) filled.consents = consents;
  // An attorney is let in by being that; who is let in here was chosen by hand.
  if (into.client.restricted) delete filled.assignedAttorneyId;
  const aliases = new Set(
    [mine.aliases, theirs.legalName, theirs.preferredName, theirs.aliases].filter((name): name is string =>
      Boolean(name),
    ),
  );
  aliases.delete(mine.legalName);
  filled.aliases = [...aliases].join('; ').slice(0, 500) || null;
  return filled;
}
