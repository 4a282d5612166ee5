import { PageHead } from '@zbor/ui';
import { Head } from '../../../shared/head';

export default function Page() {
  return (
    <>
      <Head title="municipalities/pages/list" private />
      <PageHead title="municipalities/pages/list" />
    </>
  );
}
