import { audit, identity } from '@zbor/contracts';
import { to } from '../../../shared/addresses';
import { apiOf } from '../../../shared/api.server';
import { useTown } from '../../../shared/page-data';
import { localeFor } from '../../../shared/preferences.server';
import { auditQuery, auditWords } from '../audit.server';
import { AuditLog } from '../components/audit-log';
import { TownPages } from '../components/town-pages';
import type { Route } from './+types/audit';
import '../identity.css';

export async function loader(args: Route.LoaderArgs) {
  const api = apiOf(args);
  const params = { town: args.params.town };
  const { query, check } = auditQuery(args.request);
  const { municipality, account } = await api(identity.visit, { params });
  const [page, verified] = await Promise.all([
    api(audit.log, { params, query }),
    check ? api(audit.verify, { params }) : null,
  ]);
  const locale = localeFor(args.request, municipality.languages, account?.language);
  return { page, verified, ...(await auditWords(locale)) };
}

export default function Audit({ loaderData }: Route.ComponentProps) {
  const { slug } = useTown();
  const address = to.audit(slug);
  return (
    <AuditLog {...loaderData} address={address} lead="lead" navigation={<TownPages current="audit" />} />
  );
}
