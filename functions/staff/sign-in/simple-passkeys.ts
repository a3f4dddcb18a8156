import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import * as z from 'zod/mini';
import type { Passkeys } from '#lib/usecases/accounts/passkeys.ts';

const text = z.string().check(z.maxLength(20_000));
const transports = z.array(z.enum(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb']));
const head = { id: text, rawId: text, type: z.literal('public-key'), clientExtensionResults: z.object({}) };

const registration = z.object({
  ...head,
  response: z.object({
    clientDataJSON: text,
    attestationObject: text,
    transports: z.catch(z.optional(transports), undefined),
  }),
});

const assertion = z.object({
  ...head,
  response: z.object({
    clientDataJSON: text,
    authenticatorData: text,
    signature: text,
    userHandle: z.optional(text),
  }),
});

/** Passkeys of one site through @simplewebauthn/server: discoverable, with the person verified, no attestation asked. Never throws on what a browser sent. */
export function simplePasskeys(origin: string): Passkeys {
  const rpID = new URL(origin).hostname;
  const expected = { expectedOrigin: origin, expectedRPID: rpID, requireUserVerification: true };
  return {
    async registrationOptions({ id, name, passkeys }) {
      const options = await generateRegistrationOptions({
        rpName: '連携',
        rpID,
        userID: new TextEncoder().encode(id),
        userName: name,
        userDisplayName: name,
        attestationType: 'none',
        excludeCredentials: passkeys.map((one) => ({ id: one.id })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      });
      return { options, challenge: options.challenge };
    },
    async registered(body, accepts) {
      const read = registration.safeParse(body);
      if (!read.success) return undefined;
      const { response: inner, ...rest } = read.data;
      const { transports: ways, ...proof } = inner;
      const response: RegistrationResponseJSON = { ...rest, response: proof };
      const checked = await proven(() =>
        verifyRegistrationResponse({ ...expected, response, expectedChallenge: accepts }),
      );
      if (!checked?.verified) return undefined;
      const { id, publicKey, counter } = checked.registrationInfo.credential;
      const key = Buffer.from(publicKey).toString('base64url');
      return { id, publicKey: key, counter, ...(ways === undefined ? {} : { transports: ways }) };
    },
    async signInOptions() {
      const options = await generateAuthenticationOptions({ rpID, userVerification: 'required' });
      return { options, challenge: options.challenge };
    },
    claimed: (body) => {
      const read = assertion.safeParse(body);
      return read.success ? read.data.id : undefined;
    },
    async signedIn(body, passkey, accepts) {
      const read = assertion.safeParse(body);
      if (!read.success) return undefined;
      const { userHandle, ...proof } = read.data.response;
      const inner = userHandle === undefined ? proof : { ...proof, userHandle };
      const response: AuthenticationResponseJSON = { ...read.data, response: inner };
      const known = transports.safeParse(passkey.transports).data ?? [];
      const credential = {
        id: passkey.id,
        publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')),
        counter: passkey.counter,
        transports: known,
      };
      const checked = await proven(() =>
        verifyAuthenticationResponse({ ...expected, response, credential, expectedChallenge: accepts }),
      );
      return checked?.verified ? checked.authenticationInfo.newCounter : undefined;
    },
  };
}

/** The library throws on whatever does not hold; what a browser sent is never our bug. */
async function proven<T>(check: () => Promise<T>): Promise<T | undefined> {
  try {
    return await check();
  } catch (failure) {
    console.warn(
      JSON.stringify({ code: 'passkey-refused', reason: failure instanceof Error ? failure.name : 'unknown' }),
    );
    return undefined;
  }
}
