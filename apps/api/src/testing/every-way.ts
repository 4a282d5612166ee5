import { Mailbox } from '@zbor/testing';
import { Jobs } from '../platform/jobs/jobs';
import { openTestPortal, type TestPortal } from './portal';
import { TestProvider } from './provider';

/** A portal into which every way leads, with a mail server and an OpenID Connect provider of its own. */
export interface EveryWay {
  portal: TestPortal;
  box: Mailbox;
  provider: TestProvider;
  close(): Promise<void>;
}

/** @param publicUrl under which people know the portal. */
export async function openEveryWay(town: string, publicUrl: string): Promise<EveryWay> {
  // The provider says at length that it is not set up for production.
  for (const level of ['info', 'warn'] as const) jest.spyOn(console, level).mockImplementation();
  const box = await Mailbox.open();
  const provider = await TestProvider.open([`${publicUrl}/${town}/sign-in/sso/callback`]);
  const portal = await openTestPortal({
    publicUrl,
    mail: { smtpUrl: box.url, from: 'portal@zbor.example' },
    sso: { [town]: provider.settings },
  });
  await portal.portal.app.get(Jobs).start();
  await portal.town(town);
  const close = async () => {
    await portal.close();
    await provider.close();
    await box.close();
  };
  return { portal, box, provider, close };
}
