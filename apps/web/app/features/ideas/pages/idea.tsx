import { PageHead } from '@zbor/ui';
import { Head } from '../../../shared/head';

export default function Page() {
  return (
    <>
      <Head title="ideas/pages/idea" private />
      <PageHead title="ideas/pages/idea" />
    </>
  );
}
