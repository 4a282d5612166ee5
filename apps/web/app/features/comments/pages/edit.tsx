import { PageHead } from '@zbor/ui';
import { Head } from '../../../shared/head';

export default function Page() {
  return (
    <>
      <Head title="comments/pages/edit" private />
      <PageHead title="comments/pages/edit" />
    </>
  );
}
