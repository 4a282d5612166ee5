import { PageHead } from '@zbor/ui';
import { Head } from '../../../shared/head';

export default function Page() {
  return (
    <>
      <Head title="comments/pages/versions" private />
      <PageHead title="comments/pages/versions" />
    </>
  );
}
