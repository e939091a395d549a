import { Injectable } from '@nestjs/common';
import { CaseFile } from '../clients/case-file.js';
import { organizationKeysFor } from '../clients/case-files.service.js';
import type { Client } from '../clients/client.entity.js';
import { ClientFileFields } from '../clients/client.fields.js';
import type { Work } from '../platform/database/work.js';
import { mustNotBeReversed } from '../platform/http/day-or-instant.js';
import { type Page, pageFrom, positionOf, scopeOf } from '../platform/http/paging.js';
import { Problem } from '../platform/http/problem.js';
import { AccompanimentFields } from './accompaniment.fields.js';
import type { LiveState } from './appointment.fields.js';
import type { AppointmentOnTheDay, DaySheetQuery } from './appointments.dto.js';
import { countDaySheet, daySheet, type DaySheetRow } from './appointments.queries.js';

/** What is on, who comes along and who is not out yet. */
@Injectable()
export class DaySheetService {
  /** The appointments of some days in the order of the day; for companions only their own, without names. */
  async list(work: Work, query: DaySheetQuery): Promise<Page<AppointmentOnTheDay>> {
    mustNotBeReversed(query);
    const scope = scopeOf('appointments', query);
    const rows = await daySheet(work, query, query.limit + 1, positionOf(scope, query.cursor));
    const total = query.count ? await countDaySheet(work, query) : undefined;
    const show = await this.shower(work, rows);
    const page = pageFrom(scope, rows, query.limit, (row) => row.startsAt, show, total);
    work.audit({ event: 'appointment.listed', details: { ids: page.items.map((item) => item.id) } });
    return page;
  }

  /** One line of the day sheet. @throws Problem 404 when it is not on the sheet of the one who asks */
  async line(work: Work, id: string): Promise<AppointmentOnTheDay> {
    const [row] = await daySheet(work, { id }, 1);
    if (!row) throw Problem.notFound('appointment');
    return (await this.shower(work, [row]))(row);
  }

  private async shower(work: Work, rows: DaySheetRow[]): Promise<(row: DaySheetRow) => AppointmentOnTheDay> {
    const organizationKeys = await organizationKeysFor(work, rows);
    return ({ seesCase, keys, legalName, preferredName, accompaniments, ...row }) => {
      const file = new CaseFile({ id: row.clientId } as Client, keys ?? [], organizationKeys);
      const person =
        seesCase &&
        file.shown<ClientFileFields>(ClientFileFields, 'clients', {
          id: row.clientId,
          ...{ legalName, preferredName },
        });
      return {
        ...row,
        ...(person ? { legalName: person.legalName, preferredName: person.preferredName ?? null } : {}),
        ...(person && person.unreadable ? { unreadable: person.unreadable } : {}),
        startsAt: row.startsAt.toISOString(),
        arrivedAt: iso(row.arrivedAt),
        calledInAt: iso(row.calledInAt),
        outAt: iso(row.outAt),
        dueOutBy: iso(row.dueOutBy),
        overdue: isOverdue(work, row),
        accompaniments: accompaniments.map(({ userName, ...sealed }) => {
          const { id, userId, personName, role, rsvp } = file.shown<typeof sealed>(
            AccompanimentFields,
            'accompaniments',
            sealed,
          );
          return { id, userId, name: userName ?? personName, role, rsvp };
        }),
      };
    };
  }
}

const iso = (instant: Date | null) => instant?.toISOString() ?? null;

/** Whether somebody should be out by now and is not. */
export function isOverdue(
  work: Work,
  { liveState, dueOutBy }: { liveState: LiveState; dueOutBy?: string | Date | null },
): boolean {
  if (liveState === 'overdue') return true;
  return (liveState === 'arrived' || liveState === 'called_in') && Boolean(dueOutBy) && new Date(dueOutBy!) <= work.now;
}
