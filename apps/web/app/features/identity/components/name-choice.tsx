import { RadioGroup, TextInput } from '@zbor/ui';
import { useT } from '../../../shared/i18n';

export const ownName = 'own';

interface NameChoiceProps {
  /** Pseudonyms that nobody uses yet. */
  names: readonly string[];
  /** What was chosen before: one of the names, or `own`. */
  choice: string;
  own: string;
  error?: string;
}

/** Choose one of a few pseudonyms, or write a name of one's own. */
export function NameChoice({ names, choice, own, error }: NameChoiceProps) {
  const t = useT();
  const offered = choice && choice !== ownName && !names.includes(choice) ? [choice, ...names] : names;
  if (offered.length === 0) {
    return (
      <>
        <input type="hidden" name="choice" value={ownName} />
        <TextInput
          name="own"
          label={t('identity:signUp.displayName.legend')}
          hint={t('identity:signUp.displayName.hintOwn')}
          error={error}
          defaultValue={own}
          autoComplete="nickname"
        />
      </>
    );
  }
  const wantsOwn = choice === ownName;
  return (
    <div className="identity-name">
      <RadioGroup
        name="choice"
        legend={t('identity:signUp.displayName.legend')}
        hint={t('identity:signUp.displayName.hint')}
        error={wantsOwn ? undefined : error}
        options={[
          ...offered.map((name) => ({ value: name, label: <bdi>{name}</bdi> })),
          { value: ownName, label: t('identity:signUp.displayName.own') },
        ]}
        defaultValue={choice || offered[0]}
      />
      <div className="identity-name__own">
        <TextInput
          name="own"
          label={t('identity:signUp.displayName.ownLabel')}
          hint={t('identity:signUp.displayName.ownHint')}
          error={wantsOwn ? error : undefined}
          defaultValue={own}
          autoComplete="nickname"
        />
      </div>
    </div>
  );
}
