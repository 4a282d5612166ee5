import { Injectable } from '@nestjs/common';
import {
  type AuditDetails,
  contracts,
  type Input,
  type ModeratedType,
  type ReportReason,
} from '@zbor/contracts';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../platform/clock';
import { readCursor, writeCursor } from '../../platform/cursor';
import { Database, type Transaction } from '../../platform/database/database';
import type { Caller, Town } from '../../platform/http/caller';
import { found, ProblemError } from '../../platform/http/problem';
import { AuditService } from '../audit/audit.service';
import { ModeratedSubjects } from './moderated-subjects';
import type { ModerationActEntity } from './moderation.entity';
import { ModerationRepository, type ReportRow } from './moderation.repository';

const PAGE = 20;

@Injectable()
export class ModerationService {
  constructor(
    private readonly db: Database,
    private readonly repository: ModerationRepository,
    private readonly subjects: ModeratedSubjects,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** @throws not_found when the caller cannot read it or it is their own, already_reported. */
  async report(
    caller: Caller,
    { type, id, reason, note }: Input<typeof contracts.moderation.report>['body'],
  ) {
    if (!(await this.subjects.of(type).mayReport(caller, id))) throw new ProblemError('not_found');
    const report = {
      id: uuid(),
      municipalityId: caller.town.id,
      subjectType: type,
      subjectId: id,
      reporterId: caller.viewer?.id ?? null,
      reason,
      note,
      at: this.clock.now(),
      settledBy: null,
    };
    await this.repository.report(report);
    return { id: report.id };
  }

  async queue(town: Town, cursor: string | undefined) {
    const after = cursor === undefined ? null : readCursor(cursor, 'queue', ['moment', 'uuid']);
    const rows = await this.repository.waiting(town.id, after, PAGE + 1);
    const page = rows.slice(0, PAGE);
    const last = page.at(-1);
    const [subjects, reports] = await Promise.all([
      this.subjects.load(town, page),
      this.repository.openReports(town.id, page),
    ]);
    const items = page.flatMap(({ type, id }) => {
      const subject = subjects.get(`${type}:${id}`);
      return subject
        ? [{ subject, reports: reports.filter((r) => r.type === type && r.subjectId === id).map(present) }]
        : [];
    });
    return {
      items,
      next: rows.length > PAGE && last ? writeCursor('queue', [last.since.toISOString(), last.id]) : null,
    };
  }

  async subject(town: Town, type: ModeratedType, id: string) {
    const subject = found((await this.subjects.load(town, [{ type, id }])).get(`${type}:${id}`));
    return { subject, reports: (await this.repository.openReports(town.id, [{ type, id }])).map(present) };
  }

  /** Hides it, logs the act and settles every report about it, all or nothing. @throws not_found, wrong_state */
  async hide(
    caller: Caller,
    type: ModeratedType,
    id: string,
    why: { reason: ReportReason; note: string },
  ): Promise<void> {
    await this.subject(caller.town, type, id);
    await this.db.transaction(async (tx) => {
      const act = await this.log(tx, caller, { act: 'hide', type, id, ...why });
      const hidden = await this.subjects.of(type).hide(tx, caller.town, id, { ...why, at: act.at });
      if (!hidden) throw new ProblemError('wrong_state');
      await this.repository.settle(tx, act, null);
      await this.record(tx, caller, 'hidden', { type, subject: id, reason: why.reason });
    });
  }

  /** @throws not_found, wrong_state */
  async restore(caller: Caller, type: ModeratedType, id: string, note: string): Promise<void> {
    await this.subject(caller.town, type, id);
    await this.db.transaction(async (tx) => {
      await this.log(tx, caller, { act: 'restore', type, id, reason: null, note });
      if (!(await this.subjects.of(type).restore(tx, caller.town, id))) throw new ProblemError('wrong_state');
      await this.record(tx, caller, 'restored', { type, subject: id });
    });
  }

  /** @throws not_found, wrong_state when it was settled already. */
  async dismiss(caller: Caller, reportId: string, note: string): Promise<void> {
    const report = found(await this.repository.findReport(caller.town.id, reportId));
    await this.db.transaction(async (tx) => {
      const { subjectType: type, subjectId: id } = report;
      const act = await this.log(tx, caller, { act: 'dismiss', type, id, reason: null, note });
      if ((await this.repository.settle(tx, act, reportId)) === 0) throw new ProblemError('wrong_state');
      await this.record(tx, caller, 'dismissed', { type, subject: id });
    });
  }

  async acts(town: Town, cursor: string | undefined) {
    const after = cursor === undefined ? null : readCursor(cursor, 'acts', ['moment', 'uuid']);
    const rows = await this.repository.acts(town.id, after, PAGE + 1);
    const page = rows.slice(0, PAGE);
    const last = page.at(-1);
    const subjects = await this.subjects.load(
      town,
      page.map(({ type, subjectId: id }) => ({ type, id })),
    );
    return {
      items: page.map(({ id, act, at, reason, note, name, role, type, subjectId }) => ({
        id,
        act,
        at: at.toISOString(),
        by: { name, role },
        reason,
        note,
        subject: subjects.get(`${type}:${subjectId}`) ?? null,
      })),
      next: rows.length > PAGE && last ? writeCursor('acts', [last.at.toISOString(), last.id]) : null,
    };
  }

  private record<Act extends 'hidden' | 'restored' | 'dismissed'>(
    tx: Transaction,
    { town, person }: Caller,
    act: Act,
    details: AuditDetails<Act>,
  ): Promise<void> {
    return this.audit.record(tx, { municipalityId: town.id, actorId: person.id, act, details });
  }

  private async log(
    tx: Transaction,
    caller: Caller,
    what: {
      act: 'hide' | 'restore' | 'dismiss';
      type: ModeratedType;
      id: string;
      reason: ReportReason | null;
      note: string;
    },
  ): Promise<ModerationActEntity> {
    const act: ModerationActEntity = {
      id: uuid(),
      municipalityId: caller.town.id,
      moderatorId: caller.person.id,
      act: what.act,
      subjectType: what.type,
      subjectId: what.id,
      reason: what.reason,
      note: what.note,
      at: this.clock.now(),
    };
    await this.repository.log(tx, act);
    return act;
  }
}

const present = ({ id, reason, note, at }: ReportRow) => ({ id, reason, note, at: at.toISOString() });
