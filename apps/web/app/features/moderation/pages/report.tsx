import { type ModeratedType, moderation, type ReportReason } from '@zbor/contracts';
import { Button, Cluster, DoneIllustration, Narrow, PageHead, RadioGroup, TextArea } from '@zbor/ui';
import { data, Form, useNavigation, useSearchParams } from 'react-router';
import { safeReturn, search, to } from '../../../shared/addresses';
import { apiOf } from '../../../shared/api.server';
import { useFormState } from '../../../shared/forms';
import { Head } from '../../../shared/head';
import { useT } from '../../../shared/i18n';
import { useTown } from '../../../shared/page-data';
import { attempt, formOf, isRefusal, typed } from '../../../shared/problem';
import { reasons } from '../components/decisions';
import type { Route } from './+types/report';
import '../moderation.css';

const types = ['idea', 'comment'] as const satisfies readonly ModeratedType[];
const noteLength = 1000;

function typeOf(value: string): ModeratedType {
  const type = types.find((name) => name === value);
  if (!type) throw data(null, { status: 404 });
  return type;
}

export function loader({ params }: Route.LoaderArgs) {
  return { type: typeOf(params.type), id: params.id };
}

export async function action(args: Route.ActionArgs) {
  const { town, id } = args.params;
  const type = typeOf(args.params.type);
  const api = apiOf(args);
  const form = await formOf(args.request);
  const { reason, note, from } = typed(form);
  return attempt(form, async () => {
    const body = { type, id, reason: reason as ReportReason, note };
    await api(moderation.report, { params: { town }, body });
    return api.seeOther(to.report(town, type, id) + search({ sent: '1', from }));
  });
}

export { ErrorBoundary } from '../../../shared/kept';
export { clientAction } from '../../../shared/problem';

export default function Report({ loaderData: { type, id }, actionData }: Route.ComponentProps) {
  const t = useT();
  const { slug } = useTown();
  const sending = useNavigation().state === 'submitting';
  const [query] = useSearchParams();
  const back = safeReturn(query.get('from'), type === 'idea' ? to.idea(slug, { id }) : to.ideas(slug));
  const form = useFormState(isRefusal(actionData) ? actionData : undefined, {
    reason: t('moderation:report.field.reason'),
    note: t('moderation:report.field.note'),
  });
  if (query.has('sent')) return <Thanks back={back} />;
  const title = t(`moderation:report.title.${type}`);
  return (
    <Narrow>
      <Head title={title} private />
      <PageHead title={title} lead={t('moderation:report.lead')} />
      {form.summary}
      <Form method="post" noValidate className="moderation-form">
        <input type="hidden" name="from" value={back} />
        <RadioGroup
          name="reason"
          legend={t('moderation:report.reason')}
          error={form.error('reason')}
          defaultValue={form.value('reason')}
          options={reasons.map((value) => ({
            value,
            label: t(`reason.${value}`),
            hint: hints.has(value) ? t(`moderation:reasonHint.${value as Hinted}`) : undefined,
          }))}
        />
        <TextArea
          name="note"
          label={t('moderation:report.note')}
          hint={t('moderation:report.noteHint')}
          error={form.error('note')}
          defaultValue={form.value('note')}
          optional={t('optional')}
          rows={4}
          limit={noteLength}
          limitHint={t('form.charactersLimit', { count: noteLength })}
          remaining={(left) =>
            left < 0 ? t('form.charactersOver', { count: -left }) : t('form.charactersLeft', { count: left })
          }
        />
        <p className="moderation-meaning">{t('moderation:report.next')}</p>
        <Cluster>
          <Button disabled={sending}>{sending ? t('form.sending') : t('moderation:report.submit')}</Button>
          <Button variant="quiet" href={back}>
            {t('moderation:report.back')}
          </Button>
        </Cluster>
      </Form>
    </Narrow>
  );
}

type Hinted = 'personal_data' | 'danger' | 'other';
const hints: ReadonlySet<string> = new Set<Hinted>(['personal_data', 'danger', 'other']);

/** What happens next, once a report has arrived. */
function Thanks({ back }: { back: string }) {
  const t = useT();
  const title = t('moderation:report.thanksTitle');
  return (
    <Narrow>
      <Head title={title} private />
      <div className="moderation-picture">
        <DoneIllustration />
      </div>
      <PageHead title={title} lead={t('moderation:report.thanks')} />
      <ol className="moderation-next">
        <li>{t('moderation:report.thanksRead')}</li>
        <li>{t('moderation:report.thanksHide')}</li>
        <li>{t('moderation:report.thanksKeep')}</li>
      </ol>
      <div>
        <Button href={back}>{t('moderation:report.thanksBack')}</Button>
      </div>
    </Narrow>
  );
}
