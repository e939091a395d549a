import { Injectable } from '@nestjs/common';
import { CaseFilesService } from '../clients/case-files.service.js';
import type { Work } from '../platform/database/work.js';
import { seenBy } from '../platform/http/seen-fields.js';
import { daysBetween } from '../platform/http/values.js';
import type { TimelineAnswer, TimelineItem, TimelinePath, TimelineStep } from './timeline.dto.js';
import { type TimelineRow, timelineOf } from './timeline.queries.js';
import { inWords, titleOf } from './timeline.titles.js';

/** The case file as a story: what happened when, and what seems to have led to what. */
@Injectable()
export class TimelineService {
  constructor(private readonly files: CaseFilesService) {}

  /** @throws Problem 404 when the client is absent or behind a wall */
  async of(work: Work, clientId: string): Promise<TimelineAnswer> {
    await this.files.readable(work, clientId);
    // Before titles are made of them.
    const rows = (await timelineOf(work, clientId)).map((row) => ({ ...row, details: seenBy(work, row.details) }));
    work.audit({ event: 'client.timeline_read', subjectType: 'client', subjectId: clientId, clientId });
    return { items: rows.map((row, at) => itemOf(row, rows[at - 1])), chain: pathsOf(rows) };
  }
}

function itemOf(
  { on, at, zone, precision, kind, recordType, recordId, details }: TimelineRow,
  before: TimelineRow | undefined,
): TimelineItem {
  return {
    at: at?.toISOString() ?? on,
    on,
    ...(zone ? { zone } : {}),
    ...(precision === 'exact' ? {} : { precision }),
    kind,
    recordType,
    recordId,
    title: titleOf(kind, details),
    details,
    daysSincePrevious: before ? daysBetween(before.on, on) : null,
  };
}

/** The paths print -> letter -> appointment -> outcome, in the order in which the letters were written. */
function pathsOf(rows: TimelineRow[]): TimelinePath[] {
  const ofKind = (kind: TimelineRow['kind'], id: string | null) =>
    rows.find((row) => row.kind === kind && row.recordId === id);
  const letters = new Map<string, TimelineRow>();
  for (const row of rows)
    if (row.recordType === 'letter' && row.kind.startsWith('letter_'))
      letters.set(row.recordId, letters.get(row.recordId) ?? row);
  return [...letters.keys()].flatMap((id) => {
    const received = ofKind('letter_received', id)!;
    const written = ofKind('letter_dated', id) ?? ofKind('letter_postmarked', id) ?? received;
    const print = ofKind('fingerprint', received.follows);
    const report = ofKind('letter_report', id);
    const appointments = rows.filter((row) => row.kind === 'appointment' && row.follows === id);
    return (appointments.length > 0 ? appointments : [undefined]).flatMap((appointment): TimelinePath[] => {
      const outcome = appointment && ofKind('outcome', appointment.recordId);
      const steps = stepsOf([
        ['fingerprint', print],
        ['letter', written],
        ['appointment', appointment],
        ['outcome', outcome],
      ]);
      const dayToCome = appointment ?? report;
      if (steps.length < 2) return [];
      return [
        {
          lagDays: print ? daysBetween(print.on, written.on) : null,
          noticeDays: dayToCome ? daysBetween(received.on, dayToCome.on) : null,
          totalDays: daysBetween(steps[0]!.on, steps[steps.length - 1]!.on),
          steps,
        },
      ];
    });
  });
}

function stepsOf(candidates: [TimelineStep['kind'], TimelineRow | undefined][]): TimelineStep[] {
  const known = candidates.flatMap(([kind, row]) => (row ? [{ kind, row }] : []));
  return known.map(({ kind, row }, at) => ({
    kind,
    recordType: row.recordType,
    recordId: row.recordId,
    on: row.on,
    title:
      kind === 'letter'
        ? `Letter${typeof row.details.form === 'string' ? ` (${inWords(row.details.form)})` : ''}`
        : titleOf(row.kind, row.details),
    daysSincePrevious: at > 0 ? daysBetween(known[at - 1]!.row.on, row.on) : null,
  }));
}
