import type { Clock } from '../clock.js';
import type { Configuration } from '../config/configuration.js';
import type { Works } from '../database/works.js';
import type { Channel } from './channel.js';
import { CircuitChannel } from './circuit.channel.js';
import { InAppChannel } from './in-app.channel.js';
import { LogChannel } from './log.channel.js';
import { SmtpChannel } from './smtp.channel.js';
import { TwilioChannel } from './twilio.channel.js';
import { WebhookChannel } from './webhook.channel.js';

export const channelNames = ['in_app', 'email', 'sms'] as const;
export type ChannelName = (typeof channelNames)[number];

export type ChannelDrivers = Record<ChannelName, Channel>;

/** Every way to reach people, by name. */
export class Channels {
  constructor(private readonly drivers: ChannelDrivers) {}

  /** Drivers by the configuration; `given` take the place of the usual ones. */
  static from(
    { smtpUrl, mailFrom, twilio, smsGateway }: Configuration,
    { works, clock }: { works: Works; clock: Clock },
    given: Partial<ChannelDrivers> = {},
  ): Channels {
    const email = smtpUrl ? new CircuitChannel(new SmtpChannel(smtpUrl, mailFrom), 'email') : new LogChannel('email');
    const provider = twilio ? new TwilioChannel(twilio) : smsGateway && new WebhookChannel(smsGateway, clock);
    const sms = provider ? new CircuitChannel(provider, 'sms') : new LogChannel('sms');
    return new Channels({ in_app: new InAppChannel(works), email, sms, ...given });
  }

  of(name: ChannelName): Channel {
    return this.drivers[name];
  }

  async close(): Promise<void> {
    for (const driver of Object.values(this.drivers)) await driver.close?.();
  }
}
