import type { AuditEntry, ModeratedType, ReportReason, Role } from '@zbor/contracts';
import type { SentenceKey } from '@zbor/i18n';
import { Link } from '@zbor/ui';
import type { ReactNode } from 'react';
import { to } from '../../../shared/addresses';
import { useFormats } from '../../../shared/formats';
import { useT } from '../../../shared/i18n';
import { usePage } from '../../../shared/page-data';

/** What is told of an act, in words: names, dates and choices; an id that leads nowhere is left out. */
export function AuditDetails({ entry }: { entry: AuditEntry }) {
  const t = useT();
  const shown = useShown(entry);
  const parts = entry.details
    .map(({ name, values }) => ({ name, value: shown(name, values) }))
    .filter(({ value }) => value !== null);
  return (
    <ul className="audit-details">
      {parts.map(({ name, value }) => (
        <li key={name}>
          {t(`audit:detail.${name}` as SentenceKey)}: {value}
        </li>
      ))}
    </ul>
  );
}

function useShown({ details }: AuditEntry) {
  const t = useT();
  const { town } = usePage();
  const { date, number } = useFormats();
  const type = details.find(({ name }) => name === 'type')?.values[0] as ModeratedType | undefined;
  const day = (moment: string) => <span suppressHydrationWarning>{date(moment)}</span>;
  const one = (name: string, value: string): ReactNode => {
    if (name === 'account' || name === 'municipality') return <bdi>{value}</bdi>;
    if (name === 'role') return t(`role.${value as Role}`);
    if (name === 'reason') return t(`reason.${value as ReportReason}`);
    if (name === 'type') return t(`audit:type.${value as ModeratedType}`);
    if (name === 'from') return day(value);
    // The first moment after it: the day before is the last one.
    if (name === 'until') return day(new Date(Date.parse(value) - 1).toISOString());
    if (name === 'subject') {
      return town && type && <Link href={to.moderate(town.slug, type, value)}>{t('audit:look')}</Link>;
    }
    if (/^\d+$/.test(value)) return number(Number(value));
    return null;
  };
  return (name: string, values: string[]): ReactNode => {
    if (name === 'settings')
      return values.map((value) => t(`audit:setting.${value}` as SentenceKey)).join(', ');
    const [value] = values;
    if (value === undefined) return name === 'account' ? t('audit:former') : null;
    return one(name, value);
  };
}
