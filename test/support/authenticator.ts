import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';

type Cbor = number | string | Buffer | Map<number | string, Cbor>;

/** As much of CBOR (RFC 8949) as an authenticator writes. */
function cbor(value: Cbor): Buffer {
  const head = (major: number, n: number): Buffer => {
    if (n < 24) return Buffer.from([(major << 5) | n]);
    if (n < 256) return Buffer.from([(major << 5) | 24, n]);
    return Buffer.from([(major << 5) | 25, n >> 8, n & 255]);
  };
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  const entries = [...value].flatMap(([key, one]) => [cbor(key), cbor(one)]);
  return Buffer.concat([head(5, value.size), ...entries]);
}

const sha256 = (data: Buffer | string) => createHash('sha256').update(data).digest();
const flagBits = { present: 0x01, verified: 0x04, attested: 0x40 };

interface Options {
  challenge: string;
  rp?: { id?: string };
  rpId?: string;
  user?: { id: string };
}

/** What is to be different from an honest answer. */
export interface Lie {
  origin?: string;
  rpId?: string;
  challenge?: string;
  counter?: number;
  verified?: boolean;
  type?: string;
  signature?: Buffer;
  userHandle?: string;
}

/**
 * An authenticator in software, such as is in a phone (WebAuthn 3, 6): makes one P-256 key and signs with it. It counts its uses
 * unless it is told not to, and does as it is told where a test wants it to lie.
 */
export class Authenticator {
  readonly id = randomBytes(32).toString('base64url');
  counter = 0;
  private readonly privateKey: KeyObject;
  private readonly publicKey: KeyObject;
  private userHandle = '';

  constructor(
    readonly origin: string,
    private readonly step = 1,
  ) {
    ({ privateKey: this.privateKey, publicKey: this.publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' }));
  }

  /** What `navigator.credentials.create` answers. */
  create(options: object, lie: Lie = {}) {
    const { challenge, rp, user } = options as Options;
    this.userHandle = user!.id;
    const clientData = this.clientData('webauthn.create', challenge, lie);
    const id = Buffer.from(this.id, 'base64url');
    const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, cbor(this.coseKey())]);
    const authData = this.authenticatorData(lie.rpId ?? rp!.id!, flagBits.attested, lie, attested);
    const attestation = new Map<string, Cbor>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', authData],
    ]);
    return {
      ...this.named(),
      response: {
        clientDataJSON: clientData.toString('base64url'),
        attestationObject: cbor(attestation).toString('base64url'),
        transports: ['internal'],
      },
    };
  }

  /** What `navigator.credentials.get` answers. */
  get(options: object, lie: Lie = {}) {
    const { challenge, rpId } = options as Options;
    const clientData = this.clientData('webauthn.get', challenge, lie);
    const authData = this.authenticatorData(lie.rpId ?? rpId!, 0, lie);
    const signed = createSign('sha256').update(authData).update(sha256(clientData)).sign(this.privateKey);
    return {
      ...this.named(),
      response: {
        clientDataJSON: clientData.toString('base64url'),
        authenticatorData: authData.toString('base64url'),
        signature: (lie.signature ?? signed).toString('base64url'),
        userHandle: lie.userHandle ?? this.userHandle,
      },
    };
  }

  private named() {
    return { id: this.id, rawId: this.id, type: 'public-key', clientExtensionResults: {} };
  }

  private clientData(type: string, challenge: string, lie: Lie): Buffer {
    const { origin } = this;
    const says = { type: lie.type ?? type, challenge: lie.challenge ?? challenge, origin: lie.origin ?? origin };
    return Buffer.from(JSON.stringify({ ...says, crossOrigin: false }));
  }

  private authenticatorData(rpId: string, flags: number, lie: Lie, attested = Buffer.alloc(0)): Buffer {
    this.counter = lie.counter ?? this.counter + this.step;
    const verified = (lie.verified ?? true) ? flagBits.verified : 0;
    const count = Buffer.alloc(4);
    count.writeUInt32BE(this.counter);
    return Buffer.concat([sha256(rpId), Buffer.from([flags | flagBits.present | verified]), count, attested]);
  }

  /** EC2 key of ES256 on P-256 (RFC 9053, 7.1). */
  private coseKey(): Map<number, Cbor> {
    const { x, y } = this.publicKey.export({ format: 'jwk' });
    return new Map<number, Cbor>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x!, 'base64url')],
      [-3, Buffer.from(y!, 'base64url')],
    ]);
  }
}
