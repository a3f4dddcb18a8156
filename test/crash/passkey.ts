import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** A person's device that holds one passkey (WebAuthn, ES256, person verified); what it says is a browser's JSON. */
export interface Passkey {
  register(challenge: string): object;
  answer(challenge: string): object;
}

/** Flags of authenticator data: person present and verified; with a credential beside (WebAuthn 2, §6.1). */
const verified = 0x05;
const withCredential = 0x45;

/** Makes a device for one site. */
export function passkey(origin: string): Passkey {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const id = randomBytes(16);
  const site = createHash('sha256').update(new URL(origin).hostname).digest();
  let uses = 0;
  const said = (type: string, challenge: string) => Buffer.from(JSON.stringify({ type, challenge, origin }));
  const head = (flags: number) => {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(++uses);
    return Buffer.concat([site, Buffer.from([flags]), counter]);
  };
  const wrapped = (response: object) => {
    const name = id.toString('base64url');
    return { id: name, rawId: name, type: 'public-key', clientExtensionResults: {}, response };
  };
  return {
    register(challenge) {
      const coordinate = (value: string) => [Buffer.from([0x58, 32]), Buffer.from(value, 'base64url')];
      const key = Buffer.concat([
        Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
        ...coordinate(x),
        Buffer.from([0x22]),
        ...coordinate(y),
      ]);
      const data = Buffer.concat([head(withCredential), Buffer.alloc(16), Buffer.from([0, id.length]), id, key]);
      const attestation = Buffer.concat([
        Buffer.from([0xa3, 0x63]),
        Buffer.from('fmt'),
        Buffer.from([0x64]),
        Buffer.from('none'),
        Buffer.from([0x67]),
        Buffer.from('attStmt'),
        Buffer.from([0xa0, 0x68]),
        Buffer.from('authData'),
        Buffer.from([0x58, data.length]),
        data,
      ]);
      return wrapped({
        clientDataJSON: said('webauthn.create', challenge).toString('base64url'),
        attestationObject: attestation.toString('base64url'),
        transports: ['internal'],
      });
    },
    answer(challenge) {
      const client = said('webauthn.get', challenge);
      const data = head(verified);
      const signed = Buffer.concat([data, createHash('sha256').update(client).digest()]);
      return wrapped({
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: sign('sha256', signed, privateKey).toString('base64url'),
      });
    },
  };
}
