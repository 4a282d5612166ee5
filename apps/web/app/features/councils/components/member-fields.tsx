import type { Council } from '@zbor/contracts';
import { localeDirection, localeNames } from '@zbor/i18n';
import { Checkbox, Select, TextInput } from '@zbor/ui';
import type { FormState } from '../../../shared/forms';
import { useT } from '../../../shared/i18n';
import { InLanguages } from './in-languages';

type Position = Council['members'][number]['position'];
export const positions = ['chair', 'deputy', 'member'] as const satisfies readonly Position[];

/** Somebody who may be named as a member. */
export interface Candidate {
  id: string;
  name: string;
  member: Council['members'][number] | null;
}

/** Whether and how somebody is named on the council page. */
export function MemberFields({ candidate, form }: { candidate: Candidate; form: FormState }) {
  const t = useT();
  const { id, name, member } = candidate;
  const resent = form.summary !== null;
  const named = resent ? form.value(`named-${id}`) === 'on' : member !== null;
  return (
    <fieldset className="councils-candidate">
      <legend>
        <bdi>{name}</bdi>
      </legend>
      <Checkbox name={`named-${id}`} label={t('councils:admin.named')} defaultChecked={named} />
      <div className="councils-candidate__more">
        <Select
          name={`position-${id}`}
          label={t('councils:admin.position')}
          defaultValue={form.value(`position-${id}`, member?.position ?? 'member')}
          options={positions.map((value) => ({ value, label: t(`councils:position.${value}`) }))}
        />
        <TextInput
          type="date"
          name={`since-${id}`}
          label={t('councils:admin.since')}
          hint={t('councils:admin.sinceHint')}
          defaultValue={form.value(`since-${id}`, member?.since ?? '')}
          dir="ltr"
        />
        <details className="councils-more">
          <summary>{t('councils:admin.words')}</summary>
          <div className="councils-form">
            <p className="z-field__hint">{t('councils:admin.noteHint')}</p>
            <InLanguages>
              {(code) => (
                <TextInput
                  key={code}
                  name={`note-${id}-${code}`}
                  label={t('councils:admin.noteIn', { language: localeNames[code] })}
                  lang={code}
                  dir={localeDirection(code)}
                  defaultValue={form.value(`note-${id}-${code}`, member?.note[code])}
                />
              )}
            </InLanguages>
          </div>
        </details>
      </div>
    </fieldset>
  );
}
