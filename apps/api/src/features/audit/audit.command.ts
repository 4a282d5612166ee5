import type { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import { AuditRepository } from './audit.repository';
import { AuditService } from './audit.service';

/**
 * `audit` computes every hash of every audit log anew and says whether they hold, or which entry of whose log is the
 * first that does not.
 * @returns the exit code: 1 when a chain is broken.
 */
export async function auditCommand(
  source: DataSource,
  terminal: { write(text: string): unknown },
): Promise<number> {
  const audit = new AuditService(new AuditRepository(new Database(source)), new Clock());
  const chains = await audit.verifyAll();
  const broken = chains.filter((chain) => chain.broken !== null);
  for (const { slug, broken: number } of broken)
    terminal.write(`Entry ${number} in the log of ${slug ?? 'the operator'} is not as it was written.\n`);
  if (broken.length > 0) return 1;
  const entries = chains.reduce((sum, chain) => sum + chain.entries, 0);
  terminal.write(`${entries} ${entries === 1 ? 'entry' : 'entries'}, chain unbroken\n`);
  return 0;
}
