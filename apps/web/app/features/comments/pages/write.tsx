import { PageHead } from '@zbor/ui';
import { Head } from '../../../shared/head';

export default function Page() {
  return (
    <>
      <Head title="comments/pages/write" private />
      <PageHead title="comments/pages/write" />
    </>
  );
}
