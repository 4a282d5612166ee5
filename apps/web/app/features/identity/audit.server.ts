import { type AuditAct, auditActs, type Locale } from '@zbor/contracts';
import { loadFurther } from '@zbor/i18n';

/** What an address of the log asks for: acts of one kind, a later page, to have the log checked. */
export function auditQuery(request: Request) {
  const asked = new URL(request.url).searchParams;
  const act = asked.get('act');
  return {
    query: {
      act: act && Object.hasOwn(auditActs, act) ? (act as AuditAct) : undefined,
      after: asked.get('after') || undefined,
    },
    check: asked.has('check'),
  };
}

/** The sentences of the log, and the acts there are; only its pages pay for them. */
export async function auditWords(locale: Locale) {
  return { words: await loadFurther.audit[locale](), acts: Object.keys(auditActs) as AuditAct[] };
}
