import { locales, municipalities } from '@zbor/contracts';
import { Card, EmptyState, Grid, Hero, Section, SignpostIllustration, TownSquare } from '@zbor/ui';
import { to } from '../../../shared/addresses';
import { apiOf } from '../../../shared/api.server';
import { Head } from '../../../shared/head';
import { useT } from '../../../shared/i18n';
import { localeFor } from '../../../shared/preferences.server';
import type { Route } from './+types/list';
import '../municipalities.css';

export async function loader(args: Route.LoaderArgs) {
  const { items } = await apiOf(args)(municipalities.list);
  const locale = localeFor(args.request, locales);
  const countries = new Intl.DisplayNames(locale, { type: 'region' });
  return {
    towns: items.map(({ slug, name, country, accent, invitation }) => ({
      slug,
      name,
      accent,
      invitation: invitation[locale],
      country: countries.of(country) ?? country,
    })),
  };
}

/** The municipalities of this installation. */
export default function List({ loaderData: { towns } }: Route.ComponentProps) {
  const t = useT();
  return (
    <>
      <Head title={t('portal')} description={t('municipalities:list.lead')} preview="website" />
      <Hero
        title={t('municipalities:list.title')}
        lead={t('municipalities:list.lead')}
        picture={<TownSquare />}
      />
      <Section id="towns" title={t('municipalities:list.choose')}>
        {towns.length > 0 ? (
          <Grid>
            {towns.map(({ slug, name, accent, country, invitation }) => (
              <li key={slug} data-accent={accent} className="municipalities-town">
                <Card as="div" title={name} href={to.town(slug)} eyebrow={<span>{country}</span>}>
                  {invitation}
                </Card>
              </li>
            ))}
          </Grid>
        ) : (
          <EmptyState level={3} picture={<SignpostIllustration />} title={t('municipalities:list.empty')}>
            <p>{t('municipalities:list.emptyHint')}</p>
          </EmptyState>
        )}
      </Section>
    </>
  );
}
