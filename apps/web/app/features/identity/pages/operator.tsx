import { PageHead } from '@zbor/ui';
import { Head } from '../../../shared/head';

export default function Page() {
  return (
    <>
      <Head title="identity/pages/operator" private />
      <PageHead title="identity/pages/operator" />
    </>
  );
}
