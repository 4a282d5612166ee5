import { PageHead } from '@zbor/ui';
import { Head } from '../../../shared/head';

export default function Page() {
  return (
    <>
      <Head title="ideas/pages/edit" private />
      <PageHead title="ideas/pages/edit" />
    </>
  );
}
