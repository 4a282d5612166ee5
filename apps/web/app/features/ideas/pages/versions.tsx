import { ideas } from '@zbor/contracts';
import { Breadcrumb, Button, Diff, Narrow, PageHead, Section, Select } from '@zbor/ui';
import { Form } from 'react-router';
import { to } from '../../../shared/addresses';
import { apiOf } from '../../../shared/api.server';
import { compare } from '../../../shared/compare.server';
import { useFormats } from '../../../shared/formats';
import { Head } from '../../../shared/head';
import { useT } from '../../../shared/i18n';
import { useTown } from '../../../shared/page-data';
import type { Route } from './+types/versions';
import '../ideas.css';

export async function loader(args: Route.LoaderArgs) {
  const { town, id } = args.params;
  const query = new URL(args.request.url).searchParams;
  const { items, title, slug } = await apiOf(args)(ideas.versions, { params: { town, id } });
  const numbered = (name: string) => items.find(({ number }) => String(number) === query.get(name));
  const after = numbered('to') ?? items[0];
  const before = numbered('from') ?? items.find(({ number }) => after && number < after.number) ?? after;
  const changes = before &&
    after && {
      from: before.number,
      to: after.number,
      language: after.language,
      direction: after.direction,
      title: compare(before.title, after.title, after.language),
      body: compare(before.body, after.body, after.language),
    };
  return { idea: { id, title, slug }, versions: items.map(({ number, at }) => ({ number, at })), changes };
}

/** Two versions of an idea beside each other, word by word. */
export default function Versions({ loaderData: { idea, versions, changes } }: Route.ComponentProps) {
  const t = useT();
  const town = useTown();
  const { dateTime } = useFormats();
  const options = versions.map(({ number, at }) => ({
    value: String(number),
    label: t('ideas:versions.numberAt', { number, when: dateTime(at) }),
  }));
  const several = versions.length > 1;
  return (
    <Narrow>
      <Head title={t('ideas:versions.title')} private />
      <PageHead
        eyebrow={
          <Breadcrumb
            label={t('breadcrumb')}
            items={[{ href: to.idea(town.slug, idea), label: <bdi>{idea.title}</bdi> }]}
          />
        }
        title={t('ideas:versions.title')}
        lead={several ? t('ideas:versions.lead') : t('ideas:versions.only')}
      />
      {several && changes && (
        <Form method="get" className="ideas-versions" key={`${changes.from} ${changes.to}`}>
          <Select
            name="from"
            label={t('ideas:versions.from')}
            defaultValue={String(changes.from)}
            options={options}
          />
          <Select
            name="to"
            label={t('ideas:versions.to')}
            defaultValue={String(changes.to)}
            options={options}
          />
          <Button type="submit" variant="secondary">
            {t('ideas:versions.show')}
          </Button>
        </Form>
      )}
      {changes && <Changes changes={changes} several={several} />}
    </Narrow>
  );
}

type Changed = NonNullable<Route.ComponentProps['loaderData']['changes']>;

function Changes({ changes, several }: { changes: Changed; several: boolean }) {
  const t = useT();
  const words = { addedLabel: t('diff.added'), removedLabel: t('diff.removed') };
  const own = { lang: changes.language, dir: changes.direction };
  const same = [...changes.title, ...changes.body].every(({ kind }) => kind === 'same');
  return (
    <>
      {several && same && <p>{t('ideas:versions.same')}</p>}
      <Section id="title" title={t('ideas:versions.changedTitle')}>
        <Diff parts={changes.title} {...words} {...own} />
      </Section>
      <Section id="text" title={t('ideas:versions.changedBody')}>
        <Diff parts={changes.body} {...words} {...own} />
      </Section>
    </>
  );
}
