import { type AuditAct, type AuditEntry, auditActs } from '@zbor/contracts';
import type { NamedEntry } from './audit.repository';

/** Acts of the operator, whose account stands in no municipality and so cannot be seen from one. */
const ofOperator = new Set<AuditAct>(['municipality_opened', 'first_admin_made', 'admin_factors_reset']);

/** An entry as the log shows it: whoever has left is called nothing any more. */
export function presentEntry(entry: NamedEntry): AuditEntry {
  const names: Record<string, string | null> = {
    account: entry.accountName,
    municipality: entry.municipalityName,
  };
  const told = entry.details as Record<string, unknown>;
  return {
    number: entry.number,
    at: entry.at.toISOString(),
    act: entry.act,
    by:
      entry.actorId === null
        ? null
        : { name: entry.actorName, role: ofOperator.has(entry.act) ? 'operator' : entry.actorRole },
    // In the order of the contract: PostgreSQL keeps another.
    details: Object.keys(auditActs[entry.act].shape).map((name) => ({
      name,
      values: textsOf(name in names ? names[name] : told[name]),
    })),
  };
}

function textsOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value])
    .filter((each) => each !== null && each !== undefined)
    .map(String);
}
