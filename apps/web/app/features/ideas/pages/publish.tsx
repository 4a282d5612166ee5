import { ideas } from '@zbor/contracts';
import { redirect } from 'react-router';
import { to } from '../../../shared/addresses';
import { Aloud } from '../../../shared/aloud';
import { apiOf } from '../../../shared/api.server';
import { useT } from '../../../shared/i18n';
import { formOf, typed } from '../../../shared/problem';
import { smallAct } from '../../../shared/small-act.server';
import type { Route } from './+types/publish';

/** Publishes a draft. */
export async function action(args: Route.ActionArgs) {
  const { town, id } = args.params;
  const api = apiOf(args);
  const form = await formOf(args.request);
  const { step, readBack } = typed(form);
  if (step === 'change') return redirect(to.ideaPart(town, id, 'edit'), 303);
  const page = `${to.idea(town, { id })}?done=published`;
  return smallAct(api, form, { town, page }, () =>
    api(ideas.publish, { params: { town, id }, body: { readBack } }),
  );
}

export async function loader(args: Route.LoaderArgs) {
  const { town, id } = args.params;
  const api = apiOf(args);
  const { idea } = await api(ideas.read, { params: { town, id } });
  if (!idea.can.publish || idea.source === null) throw redirect(to.idea(town, idea));
  const { title, source: body, category, tags, language } = idea;
  const { readBack } = await api(ideas.preview, { params: { town }, body: { title, body, category, tags } });
  return { texts: [title, body, tags.join(', ')], language, readBack };
}

/** A draft, to be read out before it is published. */
export default function Publish({ loaderData: { texts, language, readBack } }: Route.ComponentProps) {
  const t = useT();
  return <Aloud texts={texts} lang={language} values={{ readBack }} send={t('ideas:draft.publish')} />;
}
