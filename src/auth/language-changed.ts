import { DomainEvent } from '../platform/database/domain-events.js';

/** Somebody of the staff is written to in another language from now on. */
export class LanguageChanged extends DomainEvent {
  constructor(
    readonly userId: string,
    readonly language: string | null,
  ) {
    super();
  }
}
