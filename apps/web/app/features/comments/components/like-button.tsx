import type { Comment, Liking } from '@zbor/contracts';
import { Button } from '@zbor/ui';
import { useFetcher, useLocation } from 'react-router';
import { useFormats } from '../../../shared/formats';
import { InlineMark, useAnswer } from '../../../shared/forms';
import { Glyph } from '../../../shared/glyphs';
import { useT } from '../../../shared/i18n';
import type { Refusal } from '../../../shared/problem';
import { useDiscussion } from './discussion-context';

/** Likes a comment, or takes the like back; for those who cannot, how many do. */
export function LikeButton({ comment }: { comment: Comment }) {
  const t = useT();
  const { number } = useFormats();
  const { can, subject, liked: learn } = useDiscussion();
  const { search } = useLocation();
  const fetcher = useFetcher<{ answer: Liking } | Refusal>();
  const { data } = fetcher;
  const { id } = comment;
  useAnswer(data, (answer) => learn(id, answer));

  const wish = fetcher.formData?.get('liked');
  const pressed = wish ? wish === 'yes' : comment.liked;
  const likes = comment.likes + Number(pressed) - Number(comment.liked);
  const words = likes > 0 ? t('comments:likeCounted', { shown: number(likes) }) : t('comments:like');
  if (!can.like) {
    if (likes === 0) return null;
    return (
      <span className="comments-likes">
        <Glyph of="comments-like" />
        {words}
      </span>
    );
  }
  return (
    <fetcher.Form method="post" action={subject.page + search}>
      <InlineMark />
      <input type="hidden" name="liked" value={pressed ? 'no' : 'yes'} />
      <input type="hidden" name="act" value="like" />
      <input type="hidden" name="comment" value={id} />
      <Button variant="quiet" size="small" aria-pressed={pressed} icon={<Glyph of="comments-like" />}>
        {words}
      </Button>
    </fetcher.Form>
  );
}
