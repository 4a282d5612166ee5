import { councils } from '@zbor/contracts';
import {
  Button,
  EmptyState,
  Lightbulb,
  MessageCircle,
  PageHead,
  Panel,
  Section,
  ShieldCheck,
  Split,
  TownSquare,
} from '@zbor/ui';
import type { ReactNode } from 'react';
import { to } from '../../../shared/addresses';
import { apiOf } from '../../../shared/api.server';
import { Head } from '../../../shared/head';
import { useT } from '../../../shared/i18n';
import { usePage, useTown } from '../../../shared/page-data';
import { Sentence } from '../../../shared/sentence';
import { inLocale } from '../../../shared/translated';
import { Member } from '../components/member';
import type { Route } from './+types/council';
import '../councils.css';

export function loader(args: Route.LoaderArgs) {
  return apiOf(args)(councils.read, { params: { town: args.params.town } });
}

export default function Council({ loaderData: { name, about, members } }: Route.ComponentProps) {
  const t = useT();
  const town = useTown();
  const { locale, can } = usePage();
  const called = inLocale(name, locale, town.languages);
  const work = inLocale(about, locale, town.languages);
  const edit = can.administer && (
    <Button variant="secondary" href={to.editCouncil(town.slug)}>
      {t('councils:page.edit')}
    </Button>
  );
  if (!called && members.length === 0) return <NoCouncil edit={edit} />;
  return (
    <>
      <Head
        title={called?.text ?? t('councils:title')}
        description={t('councils:page.description', { town: town.name })}
        preview="website"
      />
      <PageHead
        title={called?.text ?? t('councils:title')}
        lang={called?.lang}
        dir={called?.dir}
        lead={<Sentence of="councils:page.lead" values={{ town: town.name }} />}
        actions={edit}
      />
      <Split
        aside={<HowToReach />}
        lead={
          <>
            {work && (
              <Section title={t('councils:page.what')} id="what">
                <p className="councils-about" lang={work.lang} dir={work.dir}>
                  {work.text}
                </p>
              </Section>
            )}
            <Section
              title={t('councils:page.who')}
              id="who"
              action={members.length > 0 && t('councils:page.members', { count: members.length })}
            >
              {members.length > 0 ? (
                <ul className="councils-members">
                  {members.map((member) => (
                    <Member key={member.accountId} member={member} />
                  ))}
                </ul>
              ) : (
                <p>{t('councils:page.noMembers')}</p>
              )}
            </Section>
          </>
        }
      />
    </>
  );
}

function HowToReach() {
  const t = useT();
  const { slug } = useTown();
  const icon = 'z-icon';
  return (
    <Panel tone="saffron">
      <h2 className="councils-reach__title">{t('councils:page.reach')}</h2>
      <ul className="councils-reach">
        <li>
          <Lightbulb className={icon} />
          <span>{t('councils:page.reachIdeas')}</span>
        </li>
        <li>
          <MessageCircle className={icon} />
          <span>{t('councils:page.reachComments')}</span>
        </li>
        <li>
          <ShieldCheck className={icon} />
          <span>{t('councils:page.reachReport')}</span>
        </li>
      </ul>
      <Button wide href={to.propose(slug)}>
        {t('councils:page.propose')}
      </Button>
    </Panel>
  );
}

function NoCouncil({ edit }: { edit: ReactNode }) {
  const t = useT();
  const { slug, name } = useTown();
  return (
    <>
      <Head
        title={t('councils:title')}
        description={t('councils:page.description', { town: name })}
        preview="website"
      />
      <EmptyState
        level={1}
        picture={<TownSquare />}
        title={<Sentence of="councils:page.noneTitle" values={{ town: name }} />}
        actions={
          <>
            <Button href={to.propose(slug)}>{t('councils:page.propose')}</Button>
            {edit || (
              <Button variant="secondary" href={to.ideas(slug)}>
                {t('councils:page.toIdeas')}
              </Button>
            )}
          </>
        }
      >
        <p>{t('councils:page.none')}</p>
      </EmptyState>
    </>
  );
}
