import { redirect } from 'react-router';
import type { Route } from './+types/preferences-route';
import { safeReturn } from './addresses';
import { remember } from './preferences.server';
import { formOf } from './problem';

/** Remembers how pages shall look, and leads back. Changes nothing but a cookie of the one who asks. */
export async function action({ request }: Route.ActionArgs) {
  const form = await formOf(request);
  const light = form.get('light') === '1' ? '1' : '0';
  return redirect(safeReturn(form.get('returnTo'), '/'), {
    status: 303,
    headers: { 'set-cookie': remember(request, 'light', light) },
  });
}

export const loader = () => redirect('/');
