import { Injectable } from '@nestjs/common';
import { UsersService } from '../auth/users.service.js';
import { OrganizationsService } from '../organizations/organizations.service.js';
import { makeDataKey } from '../platform/crypto/key-ring.js';
import { insertStatement } from '../platform/database/statements.js';
import type { Work } from '../platform/database/work.js';
import { type Page, pageFrom, positionOf, scopeOf } from '../platform/http/paging.js';
import { type FieldError, Problem } from '../platform/http/problem.js';
import { newCodeEndings } from './case-code.js';
import { CaseFile } from './case-file.js';
import { CaseFilesService, organizationKeysFor } from './case-files.service.js';
import { ClientKey } from './client-key.entity.js';
import { Client } from './client.entity.js';
import { ClientFileFields } from './client.fields.js';
import { isLetIn } from './client.policy.js';
import type {
  CaseFileAnswer,
  ChangeClient,
  ClientAnswer,
  ClientInList,
  ClientsQuery,
  CloseClient,
  CreateClient,
} from './clients.dto.js';
import { caseFileById, countClients, listClients } from './clients.queries.js';
import { DuplicatesService } from './duplicates.service.js';
import { PersonIndex } from './person-index.js';
import { RecordChanged } from './record-changed.js';
import { RetentionPolicyService } from './retention-policy.service.js';

@Injectable()
export class ClientsService {
  constructor(
    private readonly files: CaseFilesService,
    private readonly users: UsersService,
    private readonly organizations: OrganizationsService,
    private readonly index: PersonIndex,
    private readonly duplicates: DuplicatesService,
    private readonly policy: RetentionPolicyService,
  ) {}

  async create(work: Work, input: CreateClient): Promise<ClientAnswer> {
    const possibleDuplicates = await this.duplicates.of(work, input);
    const { file, warnings } = await this.open(work, input);
    return { ...this.answer(file), possibleDuplicates, ...(warnings.length > 0 ? { warnings } : {}) };
  }

  /** Opens a new case file with a data key of its own. */
  async open(work: Work, input: CreateClient): Promise<{ file: CaseFile; warnings: FieldError[] }> {
    const warnings = await this.check(work, input);
    const organizationKeys = await work.organizationKeys();
    const id = work.newId();
    const { id: keyId, wrapped } = makeDataKey(organizationKeys.seal, work.newId());
    const empty = new CaseFile({ id } as Client, [{ id: keyId, wrapped }], organizationKeys);
    const stored = empty.stored(ClientFileFields, 'clients', id, input);
    const [client] = await work.insert(Client, [{ ...stored, id, code: await this.freeCode(work) } as Partial<Client>]);
    const key = { id: keyId, organizationId: work.organizationId, clientId: id, wrapped, createdAt: work.now };
    work.write(insertStatement(work.manager.connection.getMetadata(ClientKey), [key]));
    await this.index.add(work, id, input);
    const file = new CaseFile(client!, [{ id: keyId, wrapped }], organizationKeys);
    work.audit({ event: 'client.created', subjectType: 'client', subjectId: id, clientId: id });
    await work.emit(new RecordChanged('client', file, undefined, { ...client!, clientId: id }));
    return { file, warnings };
  }

  async get(work: Work, id: string): Promise<CaseFileAnswer> {
    const row = await caseFileById(work, id);
    if (!row) throw Problem.notFound('client');
    const { letters, appointments, brokenGlass, ...client } = row;
    const file = await this.files.fileOf(work, client);
    work.audit({ event: 'client.read', subjectType: 'client', subjectId: id, clientId: id });
    const broken = brokenGlass?.map((one) => ({ ...one, expiresAt: new Date(one.expiresAt).toISOString() }));
    return { ...this.answer(file), letters, appointments, ...(broken ? { brokenGlass: broken } : {}) };
  }

  async list(work: Work, query: ClientsQuery): Promise<Page<ClientInList>> {
    const scope = scopeOf('clients', query);
    const { index } = await work.organizationKeys();
    const alternatives = query.q === undefined ? [] : index.alternatives(query.q);
    const rows = await listClients(work, query, alternatives, positionOf(scope, query.cursor));
    const organizationKeys = await organizationKeysFor(work, rows);
    const total = query.count ? await countClients(work, query, alternatives) : undefined;
    const page = pageFrom(
      scope,
      rows,
      query.limit,
      (row) => row.id,
      ({ keys, ...row }): ClientInList =>
        new CaseFile(row as unknown as Client, keys ?? [], organizationKeys).shown(ClientFileFields, 'clients', row),
      total,
    );
    work.audit({
      event: 'client.listed',
      details: { ids: page.items.map((item) => item.id), searched: query.q !== undefined },
    });
    return page;
  }

  async change(work: Work, id: string, version: number, input: ChangeClient): Promise<ClientAnswer> {
    const file = await this.files.writable(work, id);
    const person = file.person();
    const next = { ...person, ...input } as ClientFileFields;
    if (!isLetIn(work, person)) wallStands(person, input);
    const warnings = await this.check(work, next, input, person);
    if (isLetIn(work, person) && !isLetIn(work, next)) {
      throw Problem.invalidField(
        'allowedUserIds',
        'client.shut_out',
        'You would shut yourself out. Stay on the list of those who may open the file, or have one of them take you off.',
      );
    }
    const stored = file.stored(ClientFileFields, 'clients', id, input);
    const changed = await this.save(work, file, version, stored, Object.keys(input));
    await this.index.follow(work, id, person, next);
    return { ...this.answer(changed), ...(warnings.length > 0 ? { warnings } : {}) };
  }

  /** Ends the work on a case; the file stays until its review. */
  async close(work: Work, id: string, input: CloseClient): Promise<ClientAnswer> {
    const file = await this.files.writable(work, id);
    if (input.reviewOn && input.reviewOn < (await work.today()))
      throw Problem.invalidField('reviewOn', 'date.past', 'A review cannot be due before today.');
    const changes = {
      status: 'closed' as const,
      closingReason: input.closingReason,
      reviewOn: input.reviewOn ?? (await this.policy.reviewDate(work, file.client, input.closingReason)),
    };
    return this.answer(await this.save(work, file, file.client.version, changes, ['status'], 'closed'));
  }

  async reopen(work: Work, id: string): Promise<ClientAnswer> {
    const file = await this.files.readable(work, id);
    if (file.client.status !== 'closed') throw Problem.conflict('client.not_closed', 'This case file is open.');
    const changes = { status: 'open' as const, closingReason: null, reviewOn: null };
    return this.answer(await this.save(work, file, file.client.version, changes, ['status'], 'reopened'));
  }

  /**
   * Stores changes of the client's own row; raises its version and emits RecordChanged.
   * @returns the file as it is now
   * @throws Problem 412 when somebody else changed it meanwhile
   */
  async save(
    work: Work,
    file: CaseFile,
    version: number,
    changes: Partial<Client>,
    fields: string[],
    event: 'changed' | 'closed' | 'reopened' = 'changed',
  ): Promise<CaseFile> {
    const client = await work.change(Client, 'client', file.client, version, changes);
    work.audit({
      event: `client.${event}`,
      subjectType: 'client',
      subjectId: client.id,
      clientId: client.id,
      details: { fields },
    });
    const changed = await this.files.readable(work, client.id);
    const [before, after] = [file.client, client].map((row) => ({ ...row, clientId: row.id }));
    await work.emit(new RecordChanged('client', changed, before, after));
    return changed;
  }

  answer(file: CaseFile): ClientAnswer {
    return file.answered<ClientAnswer>(ClientFileFields, 'clients', file.client);
  }

  private async check(
    work: Work,
    next: Partial<ClientFileFields>,
    given: Partial<ClientFileFields> = next,
    before: Partial<ClientFileFields> = {},
  ): Promise<FieldError[]> {
    if (given.address && !(await this.organizations.own(work)).collectsAddresses) {
      throw Problem.invalidField(
        'address',
        'address.off',
        'Home addresses are not collected here. Your administrator can switch them on with a written reason.',
      );
    }
    if (given.dateOfBirth && given.dateOfBirth > (await work.today())) {
      throw Problem.invalidField('dateOfBirth', 'date.future', 'A date of birth cannot be in the future.');
    }
    const takers = ({ consents }: Partial<ClientFileFields>) => (consents ?? []).map(({ takenBy }) => takenBy);
    await this.users.mustBeHere(work, 'assignedAttorneyId', [given.assignedAttorneyId], [before.assignedAttorneyId]);
    await this.users.mustBeHere(work, 'allowedUserIds', given.allowedUserIds ?? [], before.allowedUserIds ?? []);
    await this.users.mustBeHere(work, (at) => `consents.${at}.takenBy`, takers(given), takers(before));
    if (next.aNumber && next.aNumberState && next.aNumberState !== 'has') {
      throw Problem.invalidField(
        'aNumberState',
        'a_number.contradiction',
        'There is an A-number, so the state must be "has".',
      );
    }
    const recordKeeping = (next.consents ?? []).filter(({ kind }) => kind === 'record_keeping');
    if (recordKeeping.some(({ withdrawnOn }) => !withdrawnOn)) return [];
    return [{ field: 'consents', ...(recordKeeping.length > 0 ? consentWithdrawn : consentMissing) }];
  }

  private async freeCode(work: Work): Promise<string> {
    const [row] = await work.sql<{ code: string }>(
      `SELECT o.code_prefix || '-' || e.ending AS code FROM organizations o, unnest($2::text[]) AS e (ending)
       WHERE o.organization_id = $1
         -- One look into the index per candidate; NOT EXISTS would be joined, reading every code.
         AND (SELECT c.id FROM clients c WHERE c.organization_id = $1 AND c.code = o.code_prefix || '-' || e.ending LIMIT 1) IS NULL
       LIMIT 1`,
      [work.organizationId, newCodeEndings()],
    );
    if (!row) throw Problem.conflict('client.no_code', 'No free case code was found. Try again.');
    return row.code;
  }
}

const consentMissing = {
  code: 'consent.record_keeping_missing',
  message: 'No consent to keep this record is written down yet. Ask for it and note who took it.',
};
const consentWithdrawn = {
  code: 'consent.record_keeping_withdrawn',
  message:
    'The consent to keep this record was taken back. Close the case and propose that it be destroyed, or ask for consent anew.',
};

const wall = ['restricted', 'allowedUserIds', 'assignedAttorneyId'] as const;

/** @throws Problem 403 when somebody whose access ends in some hours would let people in, themselves perhaps, for good */
function wallStands(person: ClientFileFields, input: ChangeClient): void {
  const message = 'Who only broke the glass of a restricted file cannot change whom it lets in.';
  const errors = wall
    .filter((field) => input[field] !== undefined && JSON.stringify(input[field]) !== JSON.stringify(person[field]))
    .map((field) => ({ field, code: 'break_glass.wall', message }));
  if (errors.length > 0) throw new Problem(403, 'break_glass.wall', message, { errors });
}
