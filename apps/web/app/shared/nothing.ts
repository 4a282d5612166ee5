import { data } from 'react-router';

/** Addresses below a town that no page has. */
export function loader() {
  throw data(null, { status: 404 });
}

export default function Nothing() {
  return null;
}
