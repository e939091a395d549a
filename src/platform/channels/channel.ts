import type { FailureCode } from './failure-codes.js';

/** What a message is about, as ids; a driver that leaves the building must not use it. */
export interface MessageSubject {
  kind: string;
  subjectType: string;
  subjectId: string;
  clientId: string | null;
}

/** One message to one person. */
export interface Message {
  /** The same for every try of the same message, so that a provider which knows it already delivers it once. */
  id: string;
  organizationId: string;
  /** Address, number or user id, as the channel wants it. */
  to: string;
  /** Neutral; shown on locked screens. */
  subject: string;
  text: string;
  about: MessageSubject;
  /** Address at which the provider may report what became of the message. */
  receiptsAt?: string;
}

export interface Receipt {
  /** What the provider calls the message, or we in its place. */
  providerId: string;
}

/** A way to reach people, behind one method. */
export interface Channel {
  /** Who delivers: `smtp`, `log`, ... */
  readonly driver: string;
  /** True of drivers that only say what they would have sent. */
  readonly standIn: boolean;
  /** True where a message that is handed over twice under the same id is delivered once. */
  readonly deliversOnce: boolean;
  /**
   * @returns once the provider has taken the message over
   * @throws TransientFailure when trying again later may help, PermanentFailure when it will not, UnconfirmedFailure
   * when the provider may have taken it over and did not say so
   */
  send(message: Message): Promise<Receipt>;
  /** Has the provider forget the words of a message that went out, where it can. @throws DeliveryFailure when not yet */
  redact?(providerId: string): Promise<void>;
  close?(): void | Promise<void>;
}

/** A message was not taken over. `code` says why in a word; it never holds an address or a text. */
export abstract class DeliveryFailure extends Error {
  constructor(readonly code: FailureCode) {
    super(code);
  }
}

/** Later it may work: the provider is away, busy, or refuses us for now. */
export class TransientFailure extends DeliveryFailure {
  /** @param retryAfterMs for how long the provider asks to be left alone */
  constructor(
    code: FailureCode,
    readonly retryAfterMs?: number,
  ) {
    super(code);
  }
}

/** Why a message will never arrive: in general, by the word of a carrier, or by that of the person. */
export type FinalState = 'failed' | 'carrier_blocked' | 'opted_out';

/** It will never work: the address is wrong, or the provider refuses the message. */
export class PermanentFailure extends DeliveryFailure {
  constructor(
    code: FailureCode,
    readonly state: FinalState = 'failed',
  ) {
    super(code);
  }
}

/** The message was handed over and no answer came: it may be delivered, or not. */
export class UnconfirmedFailure extends DeliveryFailure {}
