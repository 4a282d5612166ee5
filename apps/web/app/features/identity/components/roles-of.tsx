import { givenRoles, type identity, type Output, type RoleGrant } from '@zbor/contracts';
import { Button, Select, TextInput } from '@zbor/ui';
import { Form } from 'react-router';
import { formatsOf } from '../../../shared/formats';
import type { FormState } from '../../../shared/forms';
import { useT } from '../../../shared/i18n';
import { usePage } from '../../../shared/page-data';

export type Person = Output<typeof identity.accounts>['items'][number];

/** The roles that somebody has or will have, and the ways to end one and to give another. */
export function RolesOf({ person, refused }: { person: Person; refused: FormState | null }) {
  const t = useT();
  return (
    <div className="identity-roles-of">
      {person.roles.length === 0 ? (
        <span>{t('role.participant')}</span>
      ) : (
        <ul>
          {person.roles.map((grant) => (
            <li key={grant.id}>
              <Lasting grant={grant} />
              <Form method="post">
                <input type="hidden" name="id" value={person.id} />
                <Button
                  name="grant"
                  value={grant.id}
                  variant="quiet"
                  size="small"
                  aria-label={t('identity:people.endLabel', {
                    role: t(`role.${grant.role}`),
                    name: person.displayName,
                  })}
                >
                  {t('identity:people.end')}
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      )}
      <GiveRole person={person} refused={refused} />
    </div>
  );
}

function Lasting({ grant: { role, from, until, begun } }: { grant: RoleGrant }) {
  const t = useT();
  const { locale } = usePage();
  const day = (value: string) => formatsOf(locale, 'UTC').date(value);
  const first = t(begun ? 'identity:people.began' : 'identity:people.begins', { day: day(from) });
  return (
    <span>
      <strong>{t(`role.${role}`)}</strong> <span suppressHydrationWarning>{first}</span>
      {until && <span suppressHydrationWarning> {t('identity:people.ends', { day: day(until) })}</span>}
    </span>
  );
}

function GiveRole({ person: { id, displayName }, refused }: { person: Person; refused: FormState | null }) {
  const t = useT();
  const date = (field: 'from' | 'until') => (
    <TextInput
      type="date"
      id={`${field}-${id}`}
      name={field}
      label={t(`identity:people.${field}`)}
      hint={t(`identity:people.${field}Hint`)}
      error={refused?.error(field)}
      defaultValue={refused?.value(field)}
      dir="ltr"
    />
  );
  return (
    <details className="identity-give" open={refused !== null}>
      <summary aria-label={t('identity:people.giveTo', { name: displayName })}>
        {t('identity:people.give')}
      </summary>
      <Form method="post" noValidate className="identity-form">
        <input type="hidden" name="id" value={id} />
        <Select
          id={`role-${id}`}
          name="role"
          label={t('identity:people.role')}
          error={refused?.error('role')}
          defaultValue={refused?.value('role')}
          options={givenRoles.map((value) => ({ value, label: t(`role.${value}`) }))}
        />
        {date('from')}
        {date('until')}
        <div>
          <Button
            variant="secondary"
            size="small"
            aria-label={t('identity:people.giveTo', { name: displayName })}
          >
            {t('identity:people.give')}
          </Button>
        </div>
      </Form>
    </details>
  );
}
