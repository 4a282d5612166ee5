import { type ModeratedType, moderation, type ReportReason } from '@zbor/contracts';
import { Breadcrumb, Notice, PageHead, Section, Split } from '@zbor/ui';
import { safeReturn, to } from '../../../shared/addresses';
import { type Api, apiOf } from '../../../shared/api.server';
import { When } from '../../../shared/formats';
import { useFormState } from '../../../shared/forms';
import { Head } from '../../../shared/head';
import { useT } from '../../../shared/i18n';
import { useTown } from '../../../shared/page-data';
import { attempt, formOf, isRefusal, problemOf, typed } from '../../../shared/problem';
import { Hide, Keep, Restore } from '../components/decisions';
import { Done } from '../components/done';
import { ReportList } from '../components/report-list';
import { SubjectText } from '../components/subject-text';
import type { Route } from './+types/subject';
import '../moderation.css';

const paramsOf = ({ town, type, id }: { town: string; type: string; id: string }) => ({
  town,
  type: type as ModeratedType,
  id,
});

export function loader(args: Route.LoaderArgs) {
  return apiOf(args)(moderation.subject, { params: paramsOf(args.params) });
}

export async function action(args: Route.ActionArgs) {
  const api = apiOf(args);
  const params = paramsOf(args.params);
  const form = await formOf(args.request);
  const { act, reason, note = '', reports = '' } = typed(form);
  const ids = reports.split(' ').filter(Boolean);
  const back = safeReturn(form.get('returnTo'), to.moderate(params.town, params.type, params.id));
  return attempt(form, async () => {
    if (act === 'hide')
      await api(moderation.hide, { params, body: { reason: reason as ReportReason, note } });
    else if (act === 'restore') await api(moderation.restore, { params, body: { note } });
    else if (act === 'dismiss' && ids.length > 0) await dismissAll(api, params.town, ids);
    else {
      // Nothing is decided, which is told to nobody but those who may decide.
      await api(moderation.subject, { params });
      return api.seeOther(back);
    }
    return api.seeOther(`${back}?done=${act}`);
  });
}

/** Settles the reports; one that somebody else has settled meanwhile is no obstacle, all of them are. */
async function dismissAll(api: Api, town: string, ids: readonly string[]) {
  const settled = await Promise.allSettled(
    ids.map((id) => api(moderation.dismiss, { params: { town, id }, body: {} })),
  );
  const refused = settled.filter((result) => result.status === 'rejected').map((result) => result.reason);
  const serious = refused.find((reason) => problemOf(reason)?.code !== 'wrong_state');
  if (serious) throw serious;
  if (refused.length === ids.length) throw refused[0];
}

export { ErrorBoundary } from '../../../shared/kept';
export { clientAction, shouldRevalidate } from '../../../shared/problem';

export default function Subject({ loaderData: item, actionData }: Route.ComponentProps) {
  const t = useT();
  const town = useTown();
  const { subject, reports } = item;
  const refusal = isRefusal(actionData) ? actionData : undefined;
  const conflict = refusal && refusal.problem !== 'unsent' && refusal.problem.code === 'wrong_state';
  const form = useFormState(refusal, {
    reason: t('moderation:decide.reason'),
    note: subject.hidden ? t('moderation:decide.logNote') : t('moderation:decide.note'),
  });
  const page = to.moderate(town.slug, subject.type, subject.id);
  const title = t(`moderation:one.title.${subject.type}`);
  return (
    <>
      <Head title={title} private />
      <PageHead
        title={title}
        eyebrow={
          <Breadcrumb
            label={t('breadcrumb')}
            items={[{ href: to.moderation(town.slug), label: t('moderation:queue.title') }]}
          />
        }
      />
      {conflict ? (
        <Notice tone="warning">{t('moderation:decide.conflict')}</Notice>
      ) : (
        (form.summary ?? <Done />)
      )}
      <Split
        lead={
          <SubjectText subject={subject}>
            {subject.hidden && (
              <Notice
                tone="warning"
                announce={false}
                title={t(`reason.${subject.hidden.reason}`)}
                actions={<When at={subject.hidden.at} />}
              >
                <span dir="auto">{subject.hidden.note || t('moderation:one.noNote')}</span>
              </Notice>
            )}
          </SubjectText>
        }
        aside={
          <Section title={t('moderation:one.reports')} id="reports">
            <ReportList reports={reports} />
            {reports.length > 0 && <Keep item={item} returnTo={page} />}
          </Section>
        }
      >
        {subject.hidden ? (
          <Section
            title={t('moderation:decide.restore')}
            id="restore"
            lead={t('moderation:decide.restoreMeaning')}
          >
            <Restore key="restore" item={item} returnTo={page} form={conflict ? undefined : form} />
          </Section>
        ) : (
          <Section title={t('moderation:decide.hide')} id="hide">
            <Hide key="hide" item={item} returnTo={page} form={conflict ? undefined : form} />
          </Section>
        )}
      </Split>
    </>
  );
}
