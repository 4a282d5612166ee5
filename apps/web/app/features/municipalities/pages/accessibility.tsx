import { PageHead } from '@zbor/ui';
import { Head } from '../../../shared/head';

export default function Page() {
  return (
    <>
      <Head title="municipalities/pages/accessibility" private />
      <PageHead title="municipalities/pages/accessibility" />
    </>
  );
}
