import { type Accent, identity, locales, municipalities } from '@zbor/contracts';
import { Button, Narrow, PageHead, Select, TextInput } from '@zbor/ui';
import { Form, redirect, useNavigation } from 'react-router';
import { to } from '../../../shared/addresses';
import { apiOf } from '../../../shared/api.server';
import { useFormState } from '../../../shared/forms';
import { Head } from '../../../shared/head';
import { useT } from '../../../shared/i18n';
import { usePage } from '../../../shared/page-data';
import { localeFor } from '../../../shared/preferences.server';
import { attempt, formOf, isRefusal, typed } from '../../../shared/problem';
import { AccentChoice } from '../components/accent-choice';
import { chosenLanguages, LanguageChoice } from '../components/language-choice';
import type { Route } from './+types/open-town';
import '../identity.css';

/** States of the Council of Europe and their neighbours, ISO 3166-1. */
const codes =
  'AD AL AM AT AZ BA BE BG BY CH CY CZ DE DK EE ES FI FR GB GE GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS SE SI SK SM TR UA XK'.split(
    ' ',
  );

export async function loader({ request, context }: Route.LoaderArgs) {
  const { account } = await apiOf({ request, context, params: {} })(identity.operatorVisit);
  if (!account) throw redirect(to.operator());
  const locale = localeFor(request, locales);
  const regions = new Intl.DisplayNames(locale, { type: 'region' });
  const countries = codes.map((value) => ({ value, label: regions.of(value) ?? value }));
  countries.sort((a, b) => a.label.localeCompare(b.label, locale));
  return { countries, timeZones: Intl.supportedValuesOf('timeZone') };
}

export async function action({ request, context }: Route.ActionArgs) {
  const api = apiOf({ request, context, params: {} });
  const form = await formOf(request);
  const values = typed(form);
  const { slug = '', name = '', country = '', timeZone = '', accent } = values;
  return attempt(form, async () => {
    const languages = chosenLanguages(values);
    const body = { slug, name, country, timeZone, languages, accent: accent as Accent };
    const town = await api(municipalities.create, { body });
    return api.seeOther(`${to.firstAdmin(town.slug)}?done=opened`);
  });
}

export { ErrorBoundary } from '../../../shared/kept';
export { clientAction } from '../../../shared/problem';

export default function OpenTown({ loaderData: { countries, timeZones }, actionData }: Route.ComponentProps) {
  const t = useT();
  const { locale } = usePage();
  const sending = useNavigation().state === 'submitting';
  const refusal = isRefusal(actionData) ? actionData : undefined;
  const labels = {
    name: t('identity:operator.nameLabel'),
    slug: t('identity:operator.slugLabel'),
    country: t('identity:operator.countryLabel'),
    timeZone: t('identity:operator.timeZoneLabel'),
    languages: t('identity:admin.languages'),
    accent: t('identity:admin.accent'),
  };
  const form = useFormState(refusal, labels, {}, { slug_taken: 'slug' });
  const choose = { value: '', label: t('identity:operator.choose') };
  return (
    <Narrow>
      <Head title={labels.name} private />
      <PageHead
        eyebrow={t('identity:operator.stepOpen')}
        title={t('identity:operator.openTitle')}
        lead={t('identity:operator.openLead')}
      />
      {form.summary}
      <Form method="post" noValidate className="identity-form">
        <TextInput
          name="name"
          label={labels.name}
          hint={t('identity:operator.nameHint')}
          error={form.error('name')}
          defaultValue={form.value('name')}
          required
        />
        <TextInput
          name="slug"
          label={labels.slug}
          hint={t('identity:operator.slugHint')}
          error={form.error('slug')}
          defaultValue={form.value('slug')}
          dir="ltr"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          required
        />
        <Select
          name="country"
          label={labels.country}
          error={form.error('country')}
          defaultValue={form.value('country')}
          options={[choose, ...countries]}
        />
        <Select
          name="timeZone"
          label={labels.timeZone}
          error={form.error('timeZone')}
          defaultValue={form.value('timeZone')}
          options={[choose, ...timeZones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))]}
        />
        <LanguageChoice languages={[locale]} typed={refusal?.values} error={form.error('languages')} />
        <AccentChoice accent={form.value('accent', 'teal')} error={form.error('accent')} />
        <div>
          <Button disabled={sending}>{t('identity:operator.submitOpen')}</Button>
        </div>
      </Form>
    </Narrow>
  );
}
