import { PageHead } from '@zbor/ui';
import { Head } from '../../../shared/head';

export default function Page() {
  return (
    <>
      <Head title="ideas/pages/list" private />
      <PageHead title="ideas/pages/list" />
    </>
  );
}
