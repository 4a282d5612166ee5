import { audit } from '@zbor/contracts';
import { to } from '../../../shared/addresses';
import { apiOf } from '../../../shared/api.server';
import { useTown } from '../../../shared/page-data';
import { TownPages } from '../../../shared/town-pages';
import { acts, auditQuery } from '../audit.server';
import { AuditLog } from '../components/audit-log';
import type { Route } from './+types/audit';
import '../audit.css';

export async function loader(args: Route.LoaderArgs) {
  const api = apiOf(args);
  const params = { town: args.params.town };
  const { query, check } = auditQuery(args.request);
  const [page, verified] = await Promise.all([
    api(audit.log, { params, query }),
    check ? api(audit.verify, { params }) : null,
  ]);
  return { page, verified, acts };
}

export default function Audit({ loaderData }: Route.ComponentProps) {
  const { slug } = useTown();
  const address = to.audit(slug);
  return (
    <AuditLog {...loaderData} address={address} lead="lead" navigation={<TownPages current="audit" />} />
  );
}
