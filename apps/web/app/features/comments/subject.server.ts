import { type Comment, comments, type ThreadType, threadTypes } from '@zbor/contracts';
import { data } from 'react-router';
import { to } from '../../shared/addresses';
import type { Api } from '../../shared/api.server';

/** The kind of thing below which a thread stands, from an address. @throws 404 */
export function threadTypeOf(wanted: string | undefined): ThreadType {
  const type = threadTypes.find((name) => name === wanted);
  if (!type) throw data(null, { status: 404 });
  return type;
}

/** The page on which a thread stands. */
export function pageOf(town: string, type: ThreadType, subject: string): string {
  const pages: Record<ThreadType, string> = { idea: to.idea(town, { id: subject }) };
  return pages[type];
}

/** One comment as the visitor sees it, and the page on which it stands (`?on=idea:…`). @throws 404 */
export async function commentAt(
  api: Api,
  { town, id, request }: { town: string; id: string; request: Request },
): Promise<{ comment: Comment; page: string }> {
  const [kind, subject = ''] = (new URL(request.url).searchParams.get('on') ?? '').split(':');
  const type = threadTypeOf(kind);
  const { items } = await api(comments.thread, { params: { town, type, subject }, query: { focus: id } });
  const comment = items.flatMap(({ root, replies }) => [root, ...replies]).find((one) => one.id === id);
  if (!comment) throw data(null, { status: 404 });
  return { comment, page: `${pageOf(town, type, subject)}?focus=${id}#c-${id}` };
}
