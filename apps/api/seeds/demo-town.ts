import {
  type Accent,
  type Language,
  type Locale,
  locales,
  type ReportReason,
  type Role,
  type Translated,
} from '@zbor/contracts';
import { v7 as uuid } from 'uuid';
import { AccessCodeQuotaEntity } from '../src/features/access-codes/access-code.entity';
import { CouncilEntity, CouncilMemberEntity } from '../src/features/councils/council.entity';
import { AccountEntity } from '../src/features/identity/account.entity';
import { RoleGrantEntity } from '../src/features/identity/role-grant.entity';
import { newGrant } from '../src/features/identity/roles.service';
import { CategoryEntity, MunicipalityEntity } from '../src/features/municipalities/municipality.entity';
import type { Transaction } from '../src/platform/database/database';
import type { Town } from '../src/platform/http/caller';
import { DAY, HOUR, later, Story } from './demo-story';

/** A town as its file tells it. People are named by their keys, which are their sign-in names too. */
export interface DemoTown {
  municipality: {
    slug: string;
    name: string;
    country: string;
    timeZone: string;
    languages: Locale[];
    accent: Accent;
    invitation: Translated;
  };
  categories: { key: string; names: Translated }[];
  council: {
    name: Translated;
    about: Translated;
    members: {
      person: string;
      position: CouncilMemberEntity['position'];
      since: string;
      note: Translated;
    }[];
  };
  people: { key: string; displayName: string; role: Role; language: string }[];
  ideas: DemoIdea[];
}

export interface DemoIdea {
  author: string;
  category: string;
  tags: string[];
  language: Language;
  title: string;
  body: string;
  /** How it was first published. */
  earlier?: { title: string; body: string };
  daysAgo: number;
  supporters: number;
  state: 'draft' | 'published' | 'withdrawn';
  comments: DemoComment[];
}

export interface DemoComment {
  author: string;
  language: Language;
  body: string;
  /** The first wording of one that was edited. */
  edited?: string;
  /** Hours after what it answers. */
  hoursAfter: number;
  likes: number;
  deleted?: boolean;
  hidden?: { reason: ReportReason; note: string };
  reported?: { by: string; reason: ReportReason; note: string };
  replies?: DemoComment[];
}

/** Everything is written as the services would have written it, in the order in which it happened. */
export async function seedTown(
  tx: Transaction,
  demo: DemoTown,
  passphraseHash: string,
  now: Date,
): Promise<void> {
  const { municipality, categories } = demo;
  const town: Town = { ...municipality, id: uuid(), hosts: [], categories };
  const opened = later(now, -200 * DAY);
  await tx.manager.insert(MunicipalityEntity, { ...municipality, id: town.id, createdAt: opened });
  await tx.manager.insert(
    CategoryEntity,
    categories.map((category, position) => ({ ...category, municipalityId: town.id, position })),
  );
  const people = new Map(demo.people.map(({ key }) => [key, uuid()]));
  await tx.manager.insert(
    AccountEntity,
    demo.people.map(({ key, displayName, role, language }, place) => ({
      id: idOf(people, key),
      municipalityId: town.id,
      role,
      displayName,
      signInName: key,
      signInKey: key,
      passphraseHash,
      language: locales.find((locale) => locale === language) ?? municipality.languages[0] ?? 'en',
      createdAt: later(opened, place * 2 * DAY + place * 7 * HOUR),
    })),
  );
  await tx.manager.insert(
    RoleGrantEntity,
    demo.people.flatMap(({ key, role }) =>
      role === 'participant'
        ? []
        : [
            newGrant(town.id, idOf(people, key), role, null, {
              startsAt: opened,
              endsAt: null,
              givenAt: opened,
            }),
          ],
    ),
  );
  const helpers = demo.people.filter(({ role }) => role === 'facilitator');
  await tx.manager.insert(
    AccessCodeQuotaEntity,
    helpers.map(({ key }) => ({
      makerId: idOf(people, key),
      perYear: 100,
      year: now.getUTCFullYear(),
      made: 0,
    })),
  );
  await tx.manager.insert(CouncilEntity, {
    municipalityId: town.id,
    name: demo.council.name,
    about: demo.council.about,
  });
  await tx.manager.insert(
    CouncilMemberEntity,
    demo.council.members.map(({ person, ...member }, place) => ({
      ...member,
      accountId: idOf(people, person),
      municipalityId: town.id,
      place,
    })),
  );
  const moderator = idOf(people, demo.council.members[0]?.person ?? '');
  const story = new Story(tx, town, people, moderator, now);
  for (const idea of demo.ideas) story.tell(idea);
  await story.happen();
}

function idOf(people: Map<string, string>, key: string): string {
  const id = people.get(key);
  if (!id) throw new Error(`The demo knows nobody called ${key}.`);
  return id;
}
