import type { Idea } from '@zbor/contracts';
import { Button, Notice } from '@zbor/ui';
import { Form } from 'react-router';
import { to } from '../../../shared/addresses';
import { When } from '../../../shared/formats';
import { useT } from '../../../shared/i18n';
import { usePage, useTown } from '../../../shared/page-data';
import { SubmitButton } from '../../../shared/submit-button';

/** What its author (or a moderator) must know about an idea that is not simply open. */
export function IdeaNotices({ idea }: { idea: Idea }) {
  const t = useT();
  const town = useTown();
  const { assisted } = usePage();
  return (
    <>
      {idea.hiding && (
        <Notice
          tone="warning"
          announce={false}
          title={idea.mine ? t('ideas:hidden.yours') : t('ideas:hidden.title')}
        >
          <p>
            {t(`reason.${idea.hiding.reason}`)}, <When at={idea.hiding.at} />
          </p>
          {idea.hiding.note && (
            <blockquote className="ideas-note">
              <bdi>{idea.hiding.note}</bdi>
            </blockquote>
          )}
          {idea.mine && <p>{t('ideas:hidden.next')}</p>}
        </Notice>
      )}
      {idea.state === 'draft' && (
        <Notice
          announce={false}
          title={t('ideas:draft.title')}
          actions={
            <>
              {idea.can.publish &&
                (assisted ? (
                  <Button href={to.ideaPart(town.slug, idea.id, 'publish')}>
                    {t('ideas:draft.publish')}
                  </Button>
                ) : (
                  <Form method="post" action={to.ideaPart(town.slug, idea.id, 'publish')}>
                    <SubmitButton>{t('ideas:draft.publish')}</SubmitButton>
                  </Form>
                ))}
              {idea.can.edit && (
                <Button variant="secondary" href={to.ideaPart(town.slug, idea.id, 'edit')}>
                  {t('ideas:edit.link')}
                </Button>
              )}
            </>
          }
        >
          <p>{t('ideas:draft.text')}</p>
        </Notice>
      )}
      {idea.state === 'withdrawn' && (
        <Notice announce={false} title={t('ideas:withdrawn.title')}>
          <p>{idea.title ? t('ideas:withdrawn.text') : t('ideas:emptied.text')}</p>
        </Notice>
      )}
    </>
  );
}
