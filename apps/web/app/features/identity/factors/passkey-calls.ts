import { startAuthentication, startRegistration } from '@simplewebauthn/browser';
import type { contracts, Output, Problem } from '@zbor/contracts';

type Identity = typeof contracts.identity;

/** Why there is no answer: what the portal says, or (null) the browser or the network would not. */
export type Refused = Problem['code'] | null;

/** @returns why not; undefined where it was done. */
export function makePasskey(town: string, name: string): Promise<Refused | undefined> {
  return told(async () => {
    const path = `/api/municipalities/${town}/me/passkeys`;
    const optionsJSON = await post<Output<Identity['offerPasskey']>>(`${path}/challenges`);
    const { id, response } = await startRegistration({
      optionsJSON: optionsJSON as Parameters<typeof startRegistration>[0]['optionsJSON'],
    });
    const { clientDataJSON, attestationObject, transports } = response;
    await post(path, { name, id, response: { clientDataJSON, attestationObject, transports } });
  });
}

/** Signs in. @returns why not; undefined where it was done. */
export function signInWithPasskey(town: string): Promise<Refused | undefined> {
  return told(async () => {
    const path = `/api/municipalities/${town}/passkeys`;
    const optionsJSON = await post<Output<Identity['askForPasskey']>>(`${path}/challenges`);
    const { id, response } = await startAuthentication({
      optionsJSON: optionsJSON as Parameters<typeof startAuthentication>[0]['optionsJSON'],
    });
    const { clientDataJSON, authenticatorData, signature } = response;
    await post(`${path}/sessions`, { id, response: { clientDataJSON, authenticatorData, signature } });
  });
}

class Refusal extends Error {
  constructor(readonly code: Problem['code']) {
    super(code);
  }
}

async function told(act: () => Promise<void>): Promise<Refused | undefined> {
  try {
    await act();
    return undefined;
  } catch (thrown) {
    return thrown instanceof Refusal ? thrown.code : null;
  }
}

async function post<T>(path: string, body?: unknown): Promise<T> {
  const reply = await fetch(path, {
    method: 'POST',
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const answer: unknown = await reply.json();
  if (!reply.ok) throw new Refusal((answer as Problem).code);
  return answer as T;
}
