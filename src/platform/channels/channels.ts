import type { Configuration } from '../config/configuration.js';
import type { Works } from '../database/works.js';
import type { Channel } from './channel.js';
import { InAppChannel } from './in-app.channel.js';
import { LogChannel } from './log.channel.js';
import { SmtpChannel } from './smtp.channel.js';

export const channelNames = ['in_app', 'email', 'sms'] as const;
export type ChannelName = (typeof channelNames)[number];

export type ChannelDrivers = Record<ChannelName, Channel>;

/** Every way to reach people, by name. */
export class Channels {
  constructor(private readonly drivers: ChannelDrivers) {}

  /** Drivers by the configuration; `given` take the place of the usual ones. */
  static from({ smtpUrl, mailFrom }: Configuration, works: Works, given: Partial<ChannelDrivers> = {}): Channels {
    return new Channels({
      in_app: given.in_app ?? new InAppChannel(works),
      email: given.email ?? (smtpUrl ? new SmtpChannel(smtpUrl, mailFrom) : new LogChannel('email')),
      sms: given.sms ?? new LogChannel('sms'),
    });
  }

  of(name: ChannelName): Channel {
    return this.drivers[name];
  }

  async close(): Promise<void> {
    for (const driver of Object.values(this.drivers)) await driver.close?.();
  }
}
