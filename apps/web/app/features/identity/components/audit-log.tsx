import type { AuditAct, audit, Output } from '@zbor/contracts';
import { type FurtherMessages, type Say, sentencesOf } from '@zbor/i18n';
import { Button, DataTable, EmptyState, FilterBar, Notice, PageHead, Pagination, Select } from '@zbor/ui';
import { type ReactNode, useMemo } from 'react';
import { Form, useSearchParams } from 'react-router';
import { search } from '../../../shared/addresses';
import { useFormats } from '../../../shared/formats';
import { Head } from '../../../shared/head';
import { useT } from '../../../shared/i18n';
import { usePage } from '../../../shared/page-data';
import { AuditDetails } from './audit-details';

interface AuditLogProps {
  page: Output<typeof audit.log>;
  /** What checking found; null where nobody asked. */
  verified: Output<typeof audit.verify> | null;
  words: FurtherMessages['audit'];
  acts: AuditAct[];
  /** Address of the page. */
  address: string;
  lead: 'lead' | 'operatorLead';
  navigation?: ReactNode;
}

/** A log of privileged acts: who did what and when, filtered by act, and whether it holds. */
export function AuditLog({ page, verified, words, acts, address, lead, navigation }: AuditLogProps) {
  const t = useT();
  const { locale } = usePage();
  const { t: say } = useMemo(() => sentencesOf(locale, { audit: words }), [locale, words]);
  const { dateTime, number } = useFormats();
  const [query] = useSearchParams();
  const act = query.get('act') ?? undefined;
  return (
    <>
      <Head title={say('audit:title')} private />
      <PageHead
        title={say('audit:title')}
        lead={say(`audit:${lead}`)}
        actions={
          <Button variant="secondary" href={address + search({ check: '1' })}>
            {say('audit:check')}
          </Button>
        }
      />
      {navigation}
      {verified && <Verified {...verified} say={say} number={number} />}
      <FilterBar label={say('audit:filter')} open={act !== undefined}>
        <Form method="get" className="identity-search">
          <Select
            name="act"
            label={say('audit:act')}
            defaultValue={act}
            options={[
              { value: '', label: say('audit:anyAct') },
              ...acts.map((value) => ({ value, label: say(`audit:acts.${value}`) })),
            ]}
          />
          <Button>{say('audit:show')}</Button>
        </Form>
      </FilterBar>
      {page.items.length === 0 ? (
        <EmptyState
          title={say('audit:empty')}
          actions={
            act && (
              <Button variant="secondary" href={address}>
                {say('audit:clear')}
              </Button>
            )
          }
        >
          <p>{say('audit:emptyHint')}</p>
        </EmptyState>
      ) : (
        <DataTable
          caption={say('audit:caption')}
          rows={page.items}
          rowKey={(entry) => String(entry.number)}
          columns={[
            {
              key: 'act',
              label: say('audit:act'),
              cell: (entry) => say(`audit:acts.${entry.act as AuditAct}`),
            },
            {
              key: 'details',
              label: say('audit:details'),
              cell: (entry) => <AuditDetails entry={entry} say={say} />,
            },
            {
              key: 'by',
              label: say('audit:by'),
              cell: ({ by }) =>
                by === null ? (
                  say('audit:nobody')
                ) : (
                  <span>
                    <bdi>{by.name ?? say('audit:former')}</bdi>
                    {by.role && by.role !== 'participant' && <> ({t(`identity:role.${by.role}`)})</>}
                  </span>
                ),
            },
            {
              key: 'when',
              label: say('audit:when'),
              cell: ({ at }) => (
                <time dateTime={at} suppressHydrationWarning>
                  {dateTime(at)}
                </time>
              ),
            },
            {
              key: 'number',
              label: say('audit:number'),
              cell: (entry) => number(entry.number),
              numeric: true,
            },
          ]}
        />
      )}
      <Pagination
        label={say('audit:pages')}
        previous={
          query.has('after') ? { href: address + search({ act }), label: say('audit:first') } : undefined
        }
        next={
          page.next
            ? { href: address + search({ act, after: page.next }), label: say('audit:next') }
            : undefined
        }
      />
    </>
  );
}

function Verified({
  entries,
  broken,
  say,
  number,
}: Output<typeof audit.verify> & { say: Say; number(value: number): string }) {
  return broken === null ? (
    <Notice tone="success">{say('audit:whole', { number: number(entries) })}</Notice>
  ) : (
    <Notice tone="warning">{say('audit:broken', { number: number(broken) })}</Notice>
  );
}
