import { PageHead } from '@zbor/ui';
import { Head } from '../../../shared/head';

export default function Page() {
  return (
    <>
      <Head title="councils/pages/council" private />
      <PageHead title="councils/pages/council" />
    </>
  );
}
