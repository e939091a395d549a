import { DomainEvent } from '../platform/database/domain-events.js';
import type { CaseFile } from './case-file.js';

/** Two entries were one person: whoever keeps rows of `from` moves them to `into`. */
export class ClientsMerged extends DomainEvent {
  constructor(
    readonly from: string,
    readonly into: CaseFile,
  ) {
    super();
  }
}
