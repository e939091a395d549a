import { Injectable } from '@nestjs/common';
import { firstIdOf, periodOfIds } from '../audit/audit.queries.js';
import { CaseFilesService } from '../clients/case-files.service.js';
import type { Work } from '../platform/database/work.js';
import { mustNotBeReversed } from '../platform/http/day-or-instant.js';
import type { LooksAnswer, LooksQuery, PersonWhoLooked } from './looks.dto.js';
import { looksInto, type LookRow } from './looks.queries.js';

const listsForMs = 92 * 86_400_000;

/** Who has looked into a case file: for supervisors, from the audit. */
@Injectable()
export class LooksService {
  constructor(private readonly files: CaseFilesService) {}

  /** @throws Problem 404 when the file is absent or behind a wall, 422 on `to` when it is before `from` */
  async into(work: Work, clientId: string, query: LooksQuery): Promise<LooksAnswer> {
    mustNotBeReversed(query);
    const { client } = await this.files.readable(work, clientId);
    const listsSince = new Date(work.now.getTime() - listsForMs);
    const bounds = await periodOfIds(work, query);
    const rows = await looksInto(work, clientId, { ...bounds, listsFrom: bounds.from ?? firstIdOf(listsSince) });
    work.audit({ event: 'client.access_read', subjectType: 'client', subjectId: clientId, clientId });
    return { clientId, code: client.code, listsSince: query.from ?? listsSince.toISOString(), people: byPerson(rows) };
  }
}

/** Rows come newest first, and so do the people. */
function byPerson(rows: LookRow[]): PersonWhoLooked[] {
  const people = new Map<string, PersonWhoLooked>();
  for (const { userId, userName, roles, way, times, firstAt, lastAt, days } of rows) {
    const person = people.get(userId) ?? { userId, userName, roles: [], lastAt: lastAt.toISOString(), ways: [] };
    person.roles = [...new Set([...person.roles, ...roles])].sort();
    person.ways.push({ way, times, firstAt: firstAt.toISOString(), lastAt: lastAt.toISOString(), days });
    people.set(userId, person);
  }
  return [...people.values()];
}
