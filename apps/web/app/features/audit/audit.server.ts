import { type AuditAct, auditActs } from '@zbor/contracts';

/** Every act that the log can be filtered by. */
export const acts = Object.keys(auditActs) as AuditAct[];

/** What an address of the log asks for: acts of one kind, a later page, to have the log checked. */
export function auditQuery(request: Request) {
  const asked = new URL(request.url).searchParams;
  return {
    query: {
      act: acts.find((act) => act === asked.get('act')),
      after: asked.get('after') || undefined,
    },
    check: asked.has('check'),
  };
}
