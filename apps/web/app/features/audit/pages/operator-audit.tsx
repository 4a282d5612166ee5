import { audit } from '@zbor/contracts';
import { to } from '../../../shared/addresses';
import { apiOf } from '../../../shared/api.server';
import { acts, auditQuery } from '../audit.server';
import { AuditLog } from '../components/audit-log';
import type { Route } from './+types/operator-audit';
import '../audit.css';

export async function loader({ request, context }: Route.LoaderArgs) {
  const api = apiOf({ request, context, params: {} });
  const { query, check } = auditQuery(request);
  const [page, verified] = await Promise.all([
    api(audit.operatorLog, { query }),
    check ? api(audit.operatorVerify) : null,
  ]);
  return { page, verified, acts };
}

export default function OperatorAudit({ loaderData }: Route.ComponentProps) {
  return <AuditLog {...loaderData} address={to.operatorAudit()} lead="operatorLead" />;
}
