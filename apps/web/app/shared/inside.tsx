import { Outlet } from 'react-router';

/** Lies between the root and every page: what fails below is shown here, and the root still knows where one is, and who. */
export default function Inside() {
  return <Outlet />;
}

export { ErrorPage as ErrorBoundary } from './error-page';
