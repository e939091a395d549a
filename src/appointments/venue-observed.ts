import { DomainEvent } from '../platform/database/domain-events.js';

/** A count of a waiting room was added, changed or deleted; the pattern ledger follows from it. */
export class VenueObserved extends DomainEvent {
  constructor(readonly observationId: string) {
    super();
  }
}
