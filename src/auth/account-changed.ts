import { DomainEvent } from '../platform/database/domain-events.js';

/** What its owner should know of at once, as it may have been somebody else; also the kinds of the notices. */
export const accountChanges = [
  'second_factor_added',
  'second_factor_removed',
  'second_factor_reset',
  'passkey_added',
  'passkey_removed',
  'passkey_copied',
  'password_changed',
] as const;
export type AccountChange = (typeof accountChanges)[number];

/** The ways into an account changed, by whomever. */
export class AccountChanged extends DomainEvent {
  constructor(
    readonly userId: string,
    readonly change: AccountChange,
  ) {
    super();
  }
}
