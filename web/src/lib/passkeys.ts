import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import type { NewCredential, PasskeyQuestion, UsedCredential } from '../api/client.js';

/** Why the browser came back without a passkey. */
export class PasskeyStopped extends Error {
  constructor(readonly why: 'stopped' | 'knownHere' | 'wrongAddress') {
    super(why);
  }
}

export const canUsePasskeys = browserSupportsWebAuthn;

/** Asks the browser to make a passkey. @throws PasskeyStopped */
export const makePasskey = ({ publicKey }: PasskeyQuestion) =>
  asked(
    startRegistration({ optionsJSON: publicKey as PublicKeyCredentialCreationOptionsJSON }),
  ) as Promise<NewCredential>;

/** Asks the browser to show a passkey. @throws PasskeyStopped */
export const showPasskey = ({ publicKey }: PasskeyQuestion) =>
  asked(
    startAuthentication({ optionsJSON: publicKey as PublicKeyCredentialRequestOptionsJSON }),
  ) as Promise<UsedCredential>;

async function asked<T>(ceremony: Promise<T>): Promise<T> {
  try {
    return await ceremony;
  } catch (error) {
    const { name } = error as Error;
    throw new PasskeyStopped(
      name === 'InvalidStateError' ? 'knownHere' : name === 'SecurityError' ? 'wrongAddress' : 'stopped',
    );
  }
}
