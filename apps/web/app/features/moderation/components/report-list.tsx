import type { moderation, Output } from '@zbor/contracts';
import { When } from '../../../shared/formats';
import { useT } from '../../../shared/i18n';

type Report = Output<typeof moderation.queue>['items'][number]['reports'][number];

/** Why people reported something, and when. */
export function ReportList({ reports }: { reports: readonly Report[] }) {
  const t = useT();
  if (reports.length === 0) return <p>{t('moderation:queue.noReports')}</p>;
  return (
    <ul className="moderation-reports">
      {reports.map((report) => (
        <li key={report.id}>
          <p>
            <strong>{t(`reason.${report.reason}`)}</strong> <When at={report.at} />
          </p>
          {report.note && <blockquote dir="auto">{report.note}</blockquote>}
        </li>
      ))}
    </ul>
  );
}
