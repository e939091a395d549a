import { Logger } from '@nestjs/common';
import type { Channel, Message, Receipt } from './channel.js';

/** The harmless driver: says that it would send, never to whom nor what. */
export class LogChannel implements Channel {
  readonly driver = 'log';
  readonly standIn = true;
  readonly deliversOnce = true;
  private readonly logger = new Logger('channels');

  constructor(private readonly name: string) {}

  send(message: Message): Promise<Receipt> {
    this.logger.warn({ message: `would send by ${this.name}`, id: message.id });
    return Promise.resolve({ providerId: `log-${message.id}` });
  }
}
