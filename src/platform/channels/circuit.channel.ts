import { Logger } from '@nestjs/common';
import {
  circuitBreaker,
  type CircuitBreakerPolicy,
  ConsecutiveBreaker,
  handleWhen,
  isBrokenCircuitError,
} from 'cockatiel';
import { type Channel, type Message, PermanentFailure, type Receipt, TransientFailure } from './channel.js';

const failuresInARow = 5;
const pauseMs = 30_000;

/**
 * Leaves a provider alone for half a minute once five messages in a row met with no success; then one is tried, and the
 * others follow it. What is refused for good speaks of the message, not of the provider. Each process counts for itself.
 */
export class CircuitChannel implements Channel {
  readonly driver: string;
  readonly standIn: boolean;
  readonly deliversOnce: boolean;
  readonly redact?: (providerId: string) => Promise<void>;
  private readonly circuit: CircuitBreakerPolicy;
  private readonly logger = new Logger('channels');

  constructor(
    private readonly channel: Channel,
    private readonly name: 'email' | 'sms',
    private readonly halfOpenAfter = pauseMs,
  ) {
    this.driver = channel.driver;
    this.standIn = channel.standIn;
    this.deliversOnce = channel.deliversOnce;
    if (channel.redact) this.redact = (providerId) => channel.redact!(providerId);
    this.circuit = circuitBreaker(
      handleWhen((error) => !(error instanceof PermanentFailure)),
      { halfOpenAfter, breaker: new ConsecutiveBreaker(failuresInARow) },
    );
    this.circuit.onBreak(() => this.logger.warn({ message: 'provider is left alone', channel: name }));
    this.circuit.onReset(() => this.logger.log({ message: 'provider is back', channel: name }));
  }

  async send(message: Message): Promise<Receipt> {
    try {
      return await this.circuit.execute(() => this.channel.send(message));
    } catch (error) {
      if (isBrokenCircuitError(error)) throw new TransientFailure(`${this.name}.paused`, this.halfOpenAfter);
      throw error;
    }
  }

  close(): void | Promise<void> {
    return this.channel.close?.();
  }
}
