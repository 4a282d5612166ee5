import { Injectable } from '@nestjs/common';
import { type AuditAct, type AuditDetails, auditActs, type contracts, type Input } from '@zbor/contracts';
import { Clock } from '../../platform/clock';
import { readCursor, writeCursor } from '../../platform/cursor';
import type { Transaction } from '../../platform/database/database';
import type { AuditEntryEntity } from './audit.entity';
import { presentEntry } from './audit.presenter';
import { AuditRepository } from './audit.repository';
import { genesis, hashAfter, operatorChain } from './chain';

/** A privileged act, as the one who lets it happen tells of it. */
export interface Recorded<Act extends AuditAct> {
  /** The municipality that it concerns; null for what is the operator's own. */
  municipalityId: string | null;
  /** The account that did it; null for a job or a command. */
  actorId: string | null;
  act: Act;
  details: AuditDetails<Act>;
}

/** Whether a chain holds; `broken` is the number of the first entry that was altered, added or taken out. */
export interface Verified {
  entries: number;
  broken: number | null;
}

const BATCH = 1000;
const PAGE = 30;

@Injectable()
export class AuditService {
  constructor(
    private readonly repository: AuditRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Writes an act into the log, within the transaction of the act itself: both happen or neither. From here until the
   * transaction ends, other acts of the same municipality wait, so let this be its last step.
   */
  async record<Act extends AuditAct>(tx: Transaction, what: Recorded<Act>): Promise<void> {
    const chain = what.municipalityId ?? operatorChain;
    const details = auditActs[what.act].parse(what.details) as AuditDetails<Act>;
    const end = await this.repository.hold(tx, chain);
    const entry = {
      chain,
      number: end.number + 1,
      at: this.clock.now(),
      actorId: what.actorId,
      act: what.act,
      details,
    };
    await this.repository.append(tx, { ...entry, hash: hashEntry(end.hash, entry) });
  }

  /** @param municipalityId null for the log of the operator. */
  async page(municipalityId: string | null, { act, after }: Input<typeof contracts.audit.log>['query']) {
    const before = after === undefined ? null : Number(readCursor(after, 'audit', ['integer'])[0]);
    const rows = await this.repository.page(municipalityId ?? operatorChain, act ?? null, before, PAGE + 1);
    const shown = rows.slice(0, PAGE);
    const last = shown.at(-1);
    return {
      items: shown.map(presentEntry),
      next: rows.length > PAGE && last ? writeCursor('audit', [last.number]) : null,
    };
  }

  /** Computes every hash of a chain anew. */
  async verify(municipalityId: string | null): Promise<Verified> {
    const chain = municipalityId ?? operatorChain;
    const end = await this.repository.end(chain);
    if (!end) return { entries: 0, broken: null };
    let at = 0;
    let hash: Buffer = genesis;
    while (at < end.number) {
      const batch = await this.repository.entries(chain, at, Math.min(BATCH, end.number - at));
      if (batch.length === 0) return { entries: end.number, broken: at + 1 };
      for (const entry of batch) {
        hash = hashEntry(hash, entry);
        if (entry.number !== at + 1 || !hash.equals(entry.hash))
          return { entries: end.number, broken: at + 1 };
        at++;
      }
    }
    const whole = end.last === end.number && hash.equals(end.hash);
    return { entries: end.number, broken: whole ? null : Math.min(end.last, end.number) + 1 };
  }

  /** Every chain of the installation; `slug` is null for the operator's. */
  async verifyAll(): Promise<(Verified & { slug: string | null })[]> {
    const verified = [];
    for (const { id, slug } of await this.repository.chains())
      verified.push({ slug, ...(await this.verify(id)) });
    return verified;
  }
}

function hashEntry(previous: Buffer, entry: Omit<AuditEntryEntity, 'hash'>): Buffer {
  const { chain, number, at, actorId, act, details } = entry;
  return hashAfter(previous, { chain, number, at: at.toISOString(), actor: actorId, act, details });
}
