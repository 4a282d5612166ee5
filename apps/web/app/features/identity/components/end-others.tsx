import { Button } from '@zbor/ui';
import { Form } from 'react-router';
import { to } from '../../../shared/addresses';
import { useT } from '../../../shared/i18n';
import { useTown } from '../../../shared/page-data';

/** Offered once a way in was changed: whoever came in by the old one may still be there. */
export function EndOthers() {
  const t = useT();
  const { slug } = useTown();
  return (
    <Form method="post" action={to.settings(slug)}>
      <p>{t('factors:others.offer')}</p>
      <Button variant="secondary" name="act" value="end-others">
        {t('factors:others.end')}
      </Button>
    </Form>
  );
}
