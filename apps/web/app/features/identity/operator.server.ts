import { identity } from '@zbor/contracts';
import { redirect } from 'react-router';
import { to } from '../../shared/addresses';
import type { Api } from '../../shared/api.server';

/** Leads whoever is not signed in as the operator to where one signs in. */
export async function operatorIn(api: Api): Promise<void> {
  const { account } = await api(identity.operatorVisit);
  if (!account) throw redirect(to.operator());
}
