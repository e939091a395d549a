import { DomainEvent } from '../platform/database/domain-events.js';
import type { CaseRecord } from '../platform/database/records.js';
import type { CaseFile } from './case-file.js';

/** A record of a case file was created, changed or deleted; reminders and the pattern ledger follow from it. */
export class RecordChanged extends DomainEvent {
  constructor(
    /** `letter`, `appointment`, ...; `client` for the file itself. */
    readonly noun: string,
    readonly file: CaseFile,
    readonly before: CaseRecord | undefined,
    readonly after: CaseRecord | undefined,
  ) {
    super();
  }
}
