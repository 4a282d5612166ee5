import { Outlet } from 'react-router';
import { Further } from './further';

/** Lies around the pages of ways in, of one's account and of offices, which say more than those that all people read. */
export default function Account() {
  return (
    <Further of="account">
      <Outlet />
    </Further>
  );
}
