import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest();
const text = (bytes: Buffer) => bytes.toString('base64url');
/** CBOR (RFC 8949) of a byte string that is shorter than 256 bytes. */
const cborBytes = (bytes: Buffer) => Buffer.concat([Buffer.from([0x58, bytes.length]), bytes]);
const cborText = (words: string) => Buffer.concat([Buffer.from([0x60 + words.length]), Buffer.from(words)]);

/** User present and verified; with the key attached, where one is made. */
const flags = { using: 0x05, making: 0x45 };

/** A passkey on somebody's device: a key of P-256 for one site, as WebAuthn speaks. */
export class SoftwarePasskey {
  readonly id = text(randomBytes(16));
  private readonly key: KeyObject;
  private readonly point: Buffer;
  count = 0;

  constructor(private readonly origin: string) {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    this.key = privateKey;
    // COSE (RFC 9052): kty EC2, alg ES256, crv P-256, x, y.
    this.point = Buffer.concat([
      Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
      cborBytes(Buffer.from(x, 'base64url')),
      Buffer.from([0x22]),
      cborBytes(Buffer.from(y, 'base64url')),
    ]);
  }

  /** @param origin of the page that asks. */
  make(challenge: string, origin = this.origin) {
    const id = Buffer.from(this.id, 'base64url');
    const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, this.point]);
    const attestationObject = Buffer.concat([
      Buffer.from([0xa3]),
      cborText('fmt'),
      cborText('none'),
      cborText('attStmt'),
      Buffer.from([0xa0]),
      cborText('authData'),
      cborBytes(Buffer.concat([this.data(flags.making), attested])),
    ]);
    return {
      id: this.id,
      response: {
        clientDataJSON: text(this.said('webauthn.create', challenge, origin)),
        attestationObject: text(attestationObject),
        transports: ['internal'],
      },
    };
  }

  use(challenge: string, origin = this.origin, verified = true) {
    this.count++;
    const said = this.said('webauthn.get', challenge, origin);
    const data = this.data(verified ? flags.using : 0x01);
    return {
      id: this.id,
      response: {
        clientDataJSON: text(said),
        authenticatorData: text(data),
        signature: text(sign('sha256', Buffer.concat([data, sha256(said)]), this.key)),
      },
    };
  }

  private data(flag: number): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(this.count);
    return Buffer.concat([sha256(new URL(this.origin).hostname), Buffer.from([flag]), count]);
  }

  private said(type: string, challenge: string, origin: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }
}
