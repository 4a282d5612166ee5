import { PageHead } from '@zbor/ui';
import { Head } from '../../../shared/head';

export default function Page() {
  return (
    <>
      <Head title="municipalities/pages/privacy" private />
      <PageHead title="municipalities/pages/privacy" />
    </>
  );
}
