import type { identity, Output } from '@zbor/contracts';
import { Button, Panel, Stack } from '@zbor/ui';
import { Form } from 'react-router';
import { to } from '../../../shared/addresses';
import { useFormats, When } from '../../../shared/formats';
import { useT } from '../../../shared/i18n';
import { useTown } from '../../../shared/page-data';

type Session = Output<typeof identity.sessions>['items'][number];

/** The browsers in which an account is open, each with the way to end it. */
export function SessionList({ sessions }: { sessions: readonly Session[] }) {
  const t = useT();
  const { slug } = useTown();
  const { dateTime, date } = useFormats();
  return (
    <Stack gap="s">
      {sessions.map((session) => (
        <Panel key={session.id} tone={session.current ? 'action' : undefined}>
          <h3 className="identity-browser">
            {session.current ? t('identity:sessions.current') : t('identity:sessions.other')}
          </h3>
          <dl className="identity-session">
            <dt>{t('identity:sessions.started')}</dt>
            <dd>
              <time dateTime={session.startedAt}>{dateTime(session.startedAt)}</time>
            </dd>
            <dt>{t('identity:sessions.lastSeen')}</dt>
            <dd>
              <When at={session.lastSeenAt} />
            </dd>
            <dt>{t('identity:sessions.expires')}</dt>
            <dd>
              <time dateTime={session.expiresAt}>{date(session.expiresAt)}</time>
            </dd>
          </dl>
          <Form method="post" action={session.current ? to.signOut(slug) : undefined}>
            <input type="hidden" name="session" value={session.id} />
            <Button
              variant="secondary"
              size="small"
              aria-label={
                session.current
                  ? undefined
                  : t('identity:sessions.endLabel', { when: dateTime(session.startedAt) })
              }
            >
              {session.current ? t('identity:sessions.signOut') : t('identity:sessions.end')}
            </Button>
          </Form>
        </Panel>
      ))}
    </Stack>
  );
}
