import type { moderation, Output, ReportReason } from '@zbor/contracts';
import { Button, Check, Eye, EyeOff, RadioGroup, TextArea } from '@zbor/ui';
import type { ReactNode } from 'react';
import { Form, useNavigation } from 'react-router';
import { to } from '../../../shared/addresses';
import type { FormState } from '../../../shared/forms';
import { useT } from '../../../shared/i18n';
import { useTown } from '../../../shared/page-data';

type Item = Output<typeof moderation.queue>['items'][number];

/** Why something may be reported or hidden, as people choose it. */
export const reasons = [
  'insult',
  'hate',
  'danger',
  'personal_data',
  'spam',
  'off_topic',
  'other',
] as const satisfies readonly ReportReason[];

interface DecisionProps {
  item: Item;
  /** The page to which a decision leads back. */
  returnTo: string;
  /** How the form looks after it was refused. */
  form?: FormState;
  /** Makes the ids of the fields differ from those of other things on the page. */
  prefix?: string;
}

/** Every decision is posted to the page of its thing, which says so when it could not be taken. */
function Decision({ item, act, returnTo, children }: DecisionProps & { act: string; children: ReactNode }) {
  const { slug } = useTown();
  const { type, id } = item.subject;
  return (
    <Form method="post" action={to.moderate(slug, type, id)} noValidate className="moderation-form">
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="returnTo" value={returnTo} />
      {children}
    </Form>
  );
}

/** Settles all open reports about a thing that stays. */
export function Keep(props: DecisionProps) {
  const t = useT();
  const sending = useNavigation().state === 'submitting';
  const { reports } = props.item;
  return (
    <Decision {...props} act="dismiss">
      <input type="hidden" name="reports" value={reports.map((report) => report.id).join(' ')} />
      <Button variant="secondary" icon={<Check className="z-icon" />} disabled={sending}>
        {t('moderation:decide.keepSubmit', { count: reports.length })}
      </Button>
    </Decision>
  );
}

/** Hides a thing, with a reason and a note that its author reads. */
export function Hide({ prefix = '', form, ...props }: DecisionProps) {
  const t = useT();
  const sending = useNavigation().state === 'submitting';
  const [first] = props.item.reports;
  return (
    <Decision {...props} act="hide">
      <RadioGroup
        name="reason"
        id={`${prefix}reason`}
        legend={t('moderation:decide.hideReason')}
        error={form?.error('reason')}
        defaultValue={form ? form.value('reason', first?.reason) : first?.reason}
        options={reasons.map((value) => ({ value, label: t(`reason.${value}`) }))}
      />
      <TextArea
        name="note"
        id={`${prefix}note`}
        label={t('moderation:decide.hideNote')}
        hint={t('moderation:decide.hideNoteHint')}
        error={form?.error('note')}
        defaultValue={form?.value('note')}
        rows={3}
        required
      />
      <p className="moderation-meaning">{t('moderation:decide.hideMeaning')}</p>
      <div>
        <Button variant="danger" icon={<EyeOff className="z-icon" />} disabled={sending}>
          {t('moderation:decide.hideSubmit')}
        </Button>
      </div>
    </Decision>
  );
}

/** Shows a hidden thing again, with a reason for the log. */
export function Restore({ form, ...props }: DecisionProps) {
  const t = useT();
  const sending = useNavigation().state === 'submitting';
  return (
    <Decision {...props} act="restore">
      <TextArea
        name="note"
        label={t('moderation:decide.restoreNote')}
        hint={t('moderation:decide.restoreNoteHint')}
        error={form?.error('note')}
        defaultValue={form?.value('note')}
        rows={3}
        required
      />
      <div>
        <Button icon={<Eye className="z-icon" />} disabled={sending}>
          {t('moderation:decide.restoreSubmit')}
        </Button>
      </div>
    </Decision>
  );
}
