import { Injectable } from '@nestjs/common';
import {
  type AuditDetails,
  contracts,
  type Input,
  type Municipality,
  type Translated,
} from '@zbor/contracts';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import type { Caller, Town } from '../../platform/http/caller';
import { found, ProblemError } from '../../platform/http/problem';
import { AuditService } from '../audit/audit.service';
import { MunicipalitiesRepository } from './municipalities.repository';
import { startingCategories } from './starting-categories';

/** Slugs that are pages of the portal itself. */
const reserved = new Set([
  'api',
  'assets',
  'live',
  'operator',
  'privacy',
  'help',
  'accessibility',
  'preferences',
  'leave',
]);

/** How long another process may go on with what it knew of a municipality. */
const KNOWN_FOR_MS = 5_000;

const noWords: Translated = { en: '', sl: '', de: '', uk: '', ar: '' };

@Injectable()
export class MunicipalitiesService {
  private known: Promise<Town[]> | undefined;
  private knownSince = 0;

  constructor(
    private readonly db: Database,
    private readonly repository: MunicipalitiesRepository,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Every municipality, by name. Every request asks this, so it is held for a moment. */
  all(): Promise<Town[]> {
    const now = this.clock.now().getTime();
    if (!this.known || now - this.knownSince > KNOWN_FOR_MS) {
      this.knownSince = now;
      this.known = this.repository.all();
      this.known.catch(() => this.forget());
    }
    return this.known;
  }

  /** @throws not_found */
  async bySlug(slug: string): Promise<Town> {
    return found((await this.all()).find((town) => town.slug === slug));
  }

  async byHost(host: string): Promise<Town | undefined> {
    return (await this.all()).find((town) => town.hosts.includes(host));
  }

  async change(
    { town, person }: Caller,
    settings: Input<typeof contracts.municipalities.change>['body'],
  ): Promise<Municipality> {
    const { hosts, ...rest } = settings;
    const changed = Object.keys(settings) as AuditDetails<'settings_changed'>['settings'];
    await this.db.transaction(async (tx) => {
      await this.repository.change(tx, town.id, rest, hosts);
      await this.audit.record(tx, {
        municipalityId: town.id,
        actorId: person.id,
        act: 'settings_changed',
        details: { settings: changed },
      });
    });
    this.forget();
    return this.bySlug(town.slug);
  }

  /** @param actorId the operator; null when no person does it. @throws slug_taken */
  async create(
    wanted: Input<typeof contracts.municipalities.create>['body'],
    actorId: string | null,
  ): Promise<Town> {
    if (reserved.has(wanted.slug)) throw new ProblemError('slug_taken');
    const town = { ...wanted, id: uuid(), invitation: noWords, createdAt: this.clock.now() };
    await this.db.transaction(async (tx) => {
      await this.repository.insert(tx, town, startingCategories);
      const details = { municipality: town.id };
      await this.audit.record(tx, { municipalityId: null, actorId, act: 'municipality_opened', details });
    });
    this.forget();
    return this.bySlug(wanted.slug);
  }

  forget(): void {
    this.known = undefined;
  }
}
