import { ideas } from '@zbor/contracts';
import { data } from 'react-router';
import { to } from '../../../shared/addresses';
import { Aloud } from '../../../shared/aloud';
import { apiOf } from '../../../shared/api.server';
import { useT } from '../../../shared/i18n';
import { attempt, formOf, isRefusal, refusalFor, typed } from '../../../shared/problem';
import { IdeaEdit } from '../components/idea-edit';
import { conflictWith } from '../conflict.server';
import { writtenIn } from '../written.server';
import type { Route } from './+types/edit';
import '../ideas.css';

export { ErrorBoundary } from '../../../shared/kept';
export { clientAction } from '../../../shared/problem';

export async function loader(args: Route.LoaderArgs) {
  const { town, id } = args.params;
  const { idea } = await apiOf(args)(ideas.read, { params: { town, id } });
  if (!idea.can.edit || idea.source === null) throw data(null, { status: 403 });
  return { idea };
}

export async function action(args: Route.ActionArgs) {
  const { town, id } = args.params;
  const api = apiOf(args);
  const form = await formOf(args.request);
  const values = typed(form);
  if (values.step === 'change') return { values };
  const written = writtenIn(values);
  const answer = await attempt(form, async () => {
    const body = { ...written, version: Number(values.version), readBack: values.readBack };
    const idea = await api(ideas.edit, { params: { town, id }, body });
    return api.seeOther(`${to.idea(town, idea)}?done=saved`);
  });
  if (refusalFor(answer, 'not_read_back')) {
    const { readBack } = await api(ideas.preview, { params: { town }, body: written });
    return { values: { ...values, readBack }, aloud: true };
  }
  const refusal = refusalFor(answer, 'changed_meanwhile');
  return refusal ? conflictWith(api, { town, id }, refusal, written) : answer;
}

export default function Edit({ loaderData: { idea }, actionData }: Route.ComponentProps) {
  const t = useT();
  if (isRefusal(actionData)) return <IdeaEdit idea={idea} refusal={actionData} />;
  const { values, aloud } = (actionData ?? {}) as Looked;
  if (!values || !aloud) return <IdeaEdit idea={idea} values={values} />;
  const { title = '', body = '', tags = '', language } = values;
  return <Aloud texts={[title, body, tags]} lang={language} values={values} send={t('ideas:edit.save')} />;
}

interface Looked {
  values?: Record<string, string>;
  /** To be read out before it is sent; else changed once more. */
  aloud?: boolean;
}
