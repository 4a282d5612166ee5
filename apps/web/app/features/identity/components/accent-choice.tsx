import type { Accent } from '@zbor/contracts';
import { accents, RadioGroup } from '@zbor/ui';
import { useT } from '../../../shared/i18n';

/** The colour of a town, each with a sample of how it looks. */
export function AccentChoice({ accent, error }: { accent: string; error?: string }) {
  const t = useT();
  return (
    <RadioGroup
      name="accent"
      legend={t('identity:admin.accent')}
      hint={t('identity:admin.accentHint')}
      error={error}
      defaultValue={accent}
      options={accents.map((value) => ({ value, label: <Sample accent={value} /> }))}
    />
  );
}

function Sample({ accent }: { accent: Accent }) {
  const t = useT();
  return (
    <span className="identity-accent" data-accent={accent}>
      <span className="identity-accent__strong" aria-hidden="true" />
      <span className="identity-accent__soft" aria-hidden="true" />
      <span>{t(`identity:admin.accents.${accent}`)}</span>
    </span>
  );
}
