import type { Comment } from '@zbor/contracts';
import { Panel, Prose } from '@zbor/ui';
import { AuthorName } from '../../../shared/author';
import { When } from '../../../shared/formats';

/** The comment that a page is about, quoted. */
export function Answered({ comment }: { comment: Comment }) {
  return (
    <Panel>
      <p className="comments-small">
        <AuthorName author={comment.author} /> <When at={comment.createdAt} />
      </p>
      <Prose size="normal" html={comment.html} lang={comment.language} dir={comment.direction} />
    </Panel>
  );
}
