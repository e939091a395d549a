import { Injectable } from '@nestjs/common';
import type { Work } from './work.js';

/** Something that happened to the records; subclasses say what. */
export abstract class DomainEvent {}

type Listener<E extends DomainEvent> = (work: Work, event: E) => Promise<void>;

/**
 * What would otherwise point back against the direction of imports. Listeners run inside the transaction of the work
 * that emitted, in the order of registration, so that what they write is as atomic as the record itself.
 */
@Injectable()
export class DomainEvents {
  private readonly listeners = new Map<unknown, Listener<never>[]>();

  on<E extends DomainEvent>(type: abstract new (...args: never[]) => E, listener: Listener<E>): void {
    this.listeners.set(type, [...(this.listeners.get(type) ?? []), listener]);
  }

  async dispatch(work: Work, event: DomainEvent): Promise<void> {
    for (const listener of this.listeners.get(event.constructor) ?? []) await listener(work, event as never);
  }
}
