import type { FurtherMessages, WithoutPlural } from '@zbor/i18n';
import type { EntityMetadata } from 'typeorm';

type Sentences = FurtherMessages['privacy'];

/** What a value is for. Each has its sentences in the catalogue `privacy`: what is held, and why. */
export type Purpose = keyof Sentences['purposes'];

/** The property of the same row from which days are counted. Each has a sentence in `privacy:keep.after`. */
export type Beginning = WithoutPlural<keyof Sentences['keep']['after']>;

/**
 * How long a value stays. `until erased`: until its person takes it away, or erases the account. `for good`: also after that, so it must be
 * nothing but ids that then lead to nobody. With days: the night
 * after so many days have passed since the moment in `after` it goes by itself, whoever it is about.
 */
export type Keep = 'until erased' | 'for good' | { days: number; after: Beginning };

export interface PersonalData {
  purpose: Purpose;
  keep: Keep;
}

const annotations = new Map<unknown, Map<string, PersonalData>>();

/**
 * Says of a column that it tells something of a person, what for, and how long (GDPR Art. 5(1)(b) and (e), Art. 13(2)(a)).
 * The privacy page is made of these annotations, and a nightly job keeps to them: a limit on the primary key takes the
 * whole row away, on any other column its value alone, which then is NULL, or empty where it cannot be NULL.
 * `personal.spec.ts` refuses columns without one in every table from which foreign keys lead to an account.
 */
export function Personal(data: PersonalData): PropertyDecorator {
  return (target, property) => {
    const known = annotations.get(target.constructor) ?? new Map<string, PersonalData>();
    annotations.set(target.constructor, known.set(String(property), data));
  };
}

/** A column with its annotation, and the names by which PostgreSQL knows it. */
export interface PersonalColumn extends PersonalData {
  table: string;
  column: string;
  /** Of the column in which the days of `keep` begin; null without a limit. */
  after: string | null;
  primary: boolean;
  nullable: boolean;
}

/** Every annotated column of these entities, in the order in which they are declared. */
export function personalColumns(entities: readonly EntityMetadata[]): PersonalColumn[] {
  return entities.flatMap((entity) => {
    const known = annotations.get(entity.target);
    return entity.columns.flatMap(({ propertyName, databaseName: column, isPrimary, isNullable }) => {
      const data = known?.get(propertyName);
      if (!data) return [];
      const { keep } = data;
      const after = typeof keep === 'string' ? null : entity.findColumnWithPropertyName(keep.after);
      if (after === undefined)
        throw new Error(`${entity.tableName}.${column} is kept after what is no column.`);
      return [
        {
          ...data,
          table: entity.tableName,
          column,
          after: after?.databaseName ?? null,
          primary: isPrimary,
          nullable: isNullable,
        },
      ];
    });
  });
}
