import { Injectable } from '@nestjs/common';
import { isIP } from 'node:net';
import { Configuration } from '../../platform/config/configuration.js';
import { Problem } from '../../platform/http/problem.js';

/** For whom passkeys are made: the host name of PUBLIC_URL, and the addresses under which browsers may use them. */
@Injectable()
export class RelyingParty {
  readonly name = 'Letterbox';
  /** Undefined where PUBLIC_URL names an address in numbers, for which browsers make no passkeys. */
  private readonly host: string | undefined;
  readonly origins: string[];

  constructor({ publicUrl }: Configuration) {
    const url = new URL(publicUrl);
    const host = url.hostname.replace(/^\[|\]$/g, '');
    // This very machine has a name that browsers take as well.
    const isLoopback = host === '127.0.0.1' || host === '::1';
    this.host = isLoopback ? 'localhost' : isIP(host) ? undefined : host;
    this.origins = [url.origin];
    if (isLoopback) this.origins.push(`${url.protocol}//localhost${url.port ? `:${url.port}` : ''}`);
  }

  /** @throws Problem 409 where there can be no passkeys */
  get id(): string {
    if (!this.host)
      throw Problem.conflict(
        'passkey.needs_host_name',
        'Passkeys need a host name: the operator of this server must give PUBLIC_URL with one in place of numbers.',
      );
    return this.host;
  }

  get isUsable(): boolean {
    return this.host !== undefined;
  }
}
