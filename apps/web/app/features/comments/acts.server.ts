import { comments } from '@zbor/contracts';
import type { Api } from '../../shared/api.server';
import { attempt, isInline, typed } from '../../shared/problem';
import { smallAct } from '../../shared/small-act.server';
import type { Subject } from './thread-source';

/** Sends a comment. From within the discussion it answers with the comment; else it leads to its place. */
export function writeComment(api: Api, form: FormData, town: string, { type, id, page }: Subject) {
  const { body = '', parentId, requestKey, readBack } = typed(form);
  return attempt(form, async () => {
    const comment = await api(comments.write, {
      params: { town, type, subject: id },
      body: { body, parentId: parentId || undefined, requestKey: requestKey || undefined, readBack },
    });
    if (isInline(form)) return { answer: comment };
    return api.seeOther(`${page}?focus=${comment.id}#c-${comment.id}`);
  });
}

/** Likes a comment, or takes the like back, on the page on which it is read. */
export function likeComment(api: Api, form: FormData, town: string, page: string) {
  const { comment: id = '', liked } = typed(form);
  const endpoint = liked === 'yes' ? comments.like : comments.unlike;
  return smallAct(api, form, { town, page: `${page}#c-${id}` }, () =>
    api(endpoint, { params: { town, id } }),
  );
}
