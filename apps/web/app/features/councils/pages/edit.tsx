import { PageHead } from '@zbor/ui';
import { Head } from '../../../shared/head';

export default function Page() {
  return (
    <>
      <Head title="councils/pages/edit" private />
      <PageHead title="councils/pages/edit" />
    </>
  );
}
