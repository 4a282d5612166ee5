import { factors, type Output, type Step } from '@zbor/contracts';
import type { Api } from '../../../shared/api.server';
import { problemOf } from '../../../shared/problem';
import { type QrCode, qrCodeOf } from './qr.server';

/** A new secret for an app: as a picture, and in groups of four as one types it. */
export interface Offer {
  picture: QrCode;
  groups: string;
}

/** What the pages of the second step show. */
export interface StepData {
  step: Step;
  offer: Offer | null;
}

/** The endpoints of the second step where one stands: in a municipality, or (null) as the operator. */
export function stepsOf(api: Api, slug: string | null) {
  const town = { params: { town: slug ?? '' } };
  const operates = slug === null;
  return {
    step: () => (operates ? api(factors.operatorStep) : api(factors.step, town)),
    provePassphrase: (passphrase: string) =>
      operates
        ? api(factors.operatorProvePassphrase, { body: { passphrase } })
        : api(factors.provePassphrase, { ...town, body: { passphrase } }),
    proveCode: (code: string) =>
      operates
        ? api(factors.operatorProveCode, { body: { code } })
        : api(factors.proveCode, { ...town, body: { code } }),
    offer: () => (operates ? api(factors.operatorOfferTotp) : api(factors.offerTotp, town)),
    offered: () => (operates ? api(factors.operatorOfferedTotp) : api(factors.offeredTotp, town)),
    confirm: (code: string) =>
      operates
        ? api(factors.operatorConfirmTotp, { body: { code } })
        : api(factors.confirmTotp, { ...town, body: { code } }),
  };
}

type Steps = ReturnType<typeof stepsOf>;

/** @param settingUp whether the page sets an app up, and so shows a secret that was offered. */
export async function stepDataOf(steps: Steps, settingUp: (step: Step) => boolean): Promise<StepData> {
  const step = await steps.step();
  const offered = step.fresh && settingUp(step) ? await offeredBy(steps) : null;
  if (!offered) return { step, offer: null };
  const groups = offered.secret.replace(/(.{4})(?=.)/g, '$1 ');
  return { step, offer: { picture: qrCodeOf(offered.uri), groups } };
}

async function offeredBy(steps: Steps): Promise<Output<typeof factors.offeredTotp> | null> {
  return steps.offered().catch((thrown: unknown) => {
    if (problemOf(thrown)?.code === 'not_found') return null;
    throw thrown;
  });
}

/** What the forms of the second step ask for, by the button that was pressed. */
export async function actOn(steps: Steps, { act, passphrase = '', code = '' }: Record<string, string>) {
  if (act === 'offer') await steps.offer();
  else if (act === 'confirm') await steps.confirm(code);
  else if (act === 'passphrase') await steps.provePassphrase(passphrase);
  else await steps.proveCode(code);
}
