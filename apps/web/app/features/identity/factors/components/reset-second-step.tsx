import { Button, Cluster, Narrow, PageHead } from '@zbor/ui';
import { Form } from 'react-router';
import { useFormState } from '../../../../shared/forms';
import { Head } from '../../../../shared/head';
import { useT } from '../../../../shared/i18n';
import type { Refusal } from '../../../../shared/problem';
import { Sentence } from '../../../../shared/sentence';
import { ProveAgain } from './prove-again';
import '../../identity.css';

interface ResetSecondStepProps {
  /** Whose it is. */
  name: string;
  /** Whether the one who asks has just proven who they are. */
  fresh: boolean;
  refusal: Refusal | undefined;
  /** Where it leads when nothing is to be changed. */
  back: string;
}

/** Lets somebody start over who lost what they prove the second step with: asked once more before it is done. */
export function ResetSecondStep({ name, fresh, refusal, back }: ResetSecondStepProps) {
  const t = useT();
  const form = useFormState(refusal, {});
  return (
    <Narrow>
      <Head title={t('factors:reset.submit')} private />
      <PageHead
        title={<Sentence of="factors:reset.title" values={{ name }} />}
        lead={t('factors:reset.lead')}
      />
      {fresh ? (
        <>
          {form.summary}
          <Form method="post">
            <input type="hidden" name="name" value={name} />
            <Cluster>
              <Button name="act" value="reset">
                {t('factors:reset.confirm')}
              </Button>
              <Button variant="quiet" href={back}>
                {t('factors:reset.cancel')}
              </Button>
            </Cluster>
          </Form>
        </>
      ) : (
        <ProveAgain refusal={refusal} />
      )}
    </Narrow>
  );
}
