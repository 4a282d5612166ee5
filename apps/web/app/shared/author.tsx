import type { Author } from '@zbor/contracts';
import { Avatar, Badge } from '@zbor/ui';
import { useT } from './i18n';

/** Who wrote something: the name in its own direction, and the office of those who have one. */
export function AuthorName({ author }: { author: Author | null }) {
  const t = useT();
  if (!author?.name) return <span>{t('somebodyWhoLeft')}</span>;
  return (
    <>
      <bdi>
        <b>{author.name}</b>
      </bdi>
      {author.role && author.role !== 'participant' && (
        <>
          {' '}
          <Badge tone="action">{t(`role.${author.role}`)}</Badge>
        </>
      )}
    </>
  );
}

/** The author's mark beside the name. */
export function AuthorAvatar({ author }: { author: Author | null }) {
  return <Avatar name={author?.name ?? '·'} size="small" />;
}
