import { PageHead } from '@zbor/ui';
import { Head } from '../../../shared/head';

export default function Page() {
  return (
    <>
      <Head title="moderation/pages/subject" private />
      <PageHead title="moderation/pages/subject" />
    </>
  );
}
