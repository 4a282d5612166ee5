import { type identity, type Output, roles } from '@zbor/contracts';
import { Button } from '@zbor/ui';
import { Form } from 'react-router';
import { useT } from '../../../shared/i18n';

type Person = Output<typeof identity.accounts>['items'][number];

/** The role of an account, and the way to give it another one. */
export function RoleForm({ person }: { person: Person }) {
  const t = useT();
  return (
    <Form method="post" className="identity-role">
      <input type="hidden" name="id" value={person.id} />
      <select
        className="z-input z-input--select"
        name="role"
        defaultValue={person.role}
        aria-label={t('identity:people.roleOf', { name: person.displayName })}
      >
        {roles.map((value) => (
          <option key={value} value={value}>
            {t(`identity:role.${value}`)}
          </option>
        ))}
      </select>
      <Button
        variant="secondary"
        size="small"
        aria-label={t('identity:people.saveLabel', { name: person.displayName })}
      >
        {t('identity:people.save')}
      </Button>
    </Form>
  );
}
