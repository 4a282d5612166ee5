import { ideas } from '@zbor/contracts';
import { Button, Narrow, PageHead } from '@zbor/ui';
import { data, Form, redirect } from 'react-router';
import { to } from '../../../shared/addresses';
import { apiOf } from '../../../shared/api.server';
import { useFormState } from '../../../shared/forms';
import { Head } from '../../../shared/head';
import { useT } from '../../../shared/i18n';
import { useTown } from '../../../shared/page-data';
import { attempt, formOf, isRefusal, refusalFor } from '../../../shared/problem';
import { SubmitButton } from '../../../shared/submit-button';
import type { Route } from './+types/withdraw';
import '../ideas.css';

export { ErrorBoundary } from '../../../shared/kept';
export { clientAction } from '../../../shared/problem';

export async function loader(args: Route.LoaderArgs) {
  const { town, id } = args.params;
  const { idea } = await apiOf(args)(ideas.read, { params: { town, id } });
  if (!idea.can.withdraw) throw data(null, { status: 403 });
  return { idea };
}

export async function action(args: Route.ActionArgs) {
  const { town, id } = args.params;
  const api = apiOf(args);
  const form = await formOf(args.request);
  const state = form.get('state') as 'draft' | 'published';
  const page = to.idea(town, { id });
  const answer = await attempt(form, async () => {
    await api(ideas.withdraw, { params: { town, id }, body: { state } });
    return api.seeOther(state === 'draft' ? to.me(town) : `${page}?done=withdrawn`);
  });
  // The idea itself shows what has become of it meanwhile.
  return refusalFor(answer, 'wrong_state') ? redirect(`${page}?problem=wrong_state`, 303) : answer;
}

/** Asks once more before an idea is withdrawn, or a draft deleted. */
export default function Withdraw({ loaderData: { idea }, actionData }: Route.ComponentProps) {
  const t = useT();
  const { slug: town } = useTown();
  const { summary } = useFormState(isRefusal(actionData) ? actionData : undefined, {});
  const draft = idea.state === 'draft';
  const title = draft ? t('ideas:withdraw.titleDraft') : t('ideas:withdraw.title');
  return (
    <Narrow>
      <Head title={title} private />
      <PageHead title={title} lead={draft ? t('ideas:withdraw.leadDraft') : t('ideas:withdraw.lead')} />
      {summary}
      <p>
        <strong>
          <bdi lang={idea.language}>{idea.title}</bdi>
        </strong>
      </p>
      <Form method="post" className="ideas-form__acts">
        <input type="hidden" name="state" value={idea.state} />
        <SubmitButton variant="danger">
          {draft ? t('ideas:withdraw.confirmDraft') : t('ideas:withdraw.confirm')}
        </SubmitButton>
        <Button variant="secondary" href={to.idea(town, idea)}>
          {t('ideas:withdraw.keep')}
        </Button>
      </Form>
    </Narrow>
  );
}
