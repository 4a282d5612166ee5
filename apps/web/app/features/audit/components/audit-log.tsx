import type { AuditAct, audit, Output } from '@zbor/contracts';
import { Button, DataTable, EmptyState, FilterBar, Notice, PageHead, Pagination, Select } from '@zbor/ui';
import type { ReactNode } from 'react';
import { Form, useSearchParams } from 'react-router';
import { search } from '../../../shared/addresses';
import { useFormats } from '../../../shared/formats';
import { Further } from '../../../shared/further';
import { Head } from '../../../shared/head';
import { useT } from '../../../shared/i18n';
import { AuditDetails } from './audit-details';

interface AuditLogProps {
  page: Output<typeof audit.log>;
  /** What checking found; null where nobody asked. */
  verified: Output<typeof audit.verify> | null;
  acts: AuditAct[];
  /** Address of the page. */
  address: string;
  lead: 'lead' | 'operatorLead';
  navigation?: ReactNode;
}

/** A log of privileged acts: who did what and when, filtered by act, and whether it holds. */
export function AuditLog(props: AuditLogProps) {
  return (
    <Further of="audit">
      <Log {...props} />
    </Further>
  );
}

function Log({ page, verified, acts, address, lead, navigation }: AuditLogProps) {
  const t = useT();
  const { dateTime, number } = useFormats();
  const [query] = useSearchParams();
  const act = query.get('act') ?? undefined;
  return (
    <>
      <Head title={t('audit:title')} private />
      <PageHead
        title={t('audit:title')}
        lead={t(`audit:${lead}`)}
        actions={
          <Button variant="secondary" href={address + search({ check: '1' })}>
            {t('audit:check')}
          </Button>
        }
      />
      {navigation}
      {verified && <Verified {...verified} />}
      <FilterBar label={t('audit:filter')} open={act !== undefined}>
        <Form method="get" className="audit-search">
          <Select
            name="act"
            label={t('audit:act')}
            defaultValue={act}
            options={[
              { value: '', label: t('audit:anyAct') },
              ...acts.map((value) => ({ value, label: t(`audit:acts.${value}`) })),
            ]}
          />
          <Button>{t('audit:show')}</Button>
        </Form>
      </FilterBar>
      {page.items.length === 0 ? (
        <EmptyState
          title={t('audit:empty')}
          actions={
            act && (
              <Button variant="secondary" href={address}>
                {t('audit:clear')}
              </Button>
            )
          }
        >
          <p>{t('audit:emptyHint')}</p>
        </EmptyState>
      ) : (
        <DataTable
          caption={t('audit:caption')}
          rows={page.items}
          rowKey={(entry) => String(entry.number)}
          columns={[
            {
              key: 'act',
              label: t('audit:act'),
              cell: (entry) => t(`audit:acts.${entry.act as AuditAct}`),
            },
            {
              key: 'details',
              label: t('audit:details'),
              cell: (entry) => <AuditDetails entry={entry} />,
            },
            {
              key: 'by',
              label: t('audit:by'),
              cell: ({ by }) =>
                by === null ? (
                  t('audit:nobody')
                ) : (
                  <span>
                    <bdi>{by.name ?? t(by.role === 'operator' ? 'role.operator' : 'audit:former')}</bdi>
                    {by.name && by.role && by.role !== 'participant' && <> ({t(`role.${by.role}`)})</>}
                  </span>
                ),
            },
            {
              key: 'when',
              label: t('audit:when'),
              cell: ({ at }) => (
                <time dateTime={at} suppressHydrationWarning>
                  {dateTime(at)}
                </time>
              ),
            },
            {
              key: 'number',
              label: t('audit:number'),
              cell: (entry) => number(entry.number),
              numeric: true,
            },
          ]}
        />
      )}
      <Pagination
        label={t('audit:pages')}
        previous={
          query.has('after') ? { href: address + search({ act }), label: t('audit:first') } : undefined
        }
        next={
          page.next
            ? { href: address + search({ act, after: page.next }), label: t('audit:next') }
            : undefined
        }
      />
    </>
  );
}

function Verified({ entries, broken }: Output<typeof audit.verify>) {
  const t = useT();
  const { number } = useFormats();
  return broken === null ? (
    <Notice tone="success">{t('audit:whole', { number: number(entries) })}</Notice>
  ) : (
    <Notice tone="warning">{t('audit:broken', { number: number(broken) })}</Notice>
  );
}
