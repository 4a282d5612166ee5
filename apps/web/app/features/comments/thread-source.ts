import type { comments as contract, Output, ThreadType } from '@zbor/contracts';

export interface Subject {
  type: ThreadType;
  id: string;
  /** Path of the page on which it stands. */
  page: string;
}

export type Changes = Output<typeof contract.changes>;
export type ThreadPage = Output<typeof contract.thread>;
export type Replies = Output<typeof contract.replies>;

/** What the browser asks the API by itself about a thread: reading only. */
export const threadSource = {
  changes: (town: string, { type, id }: Subject, after: number) =>
    read<Changes>(`/api/municipalities/${town}/threads/${type}/${id}/changes`, { after: String(after) }),
  page: (town: string, { type, id }: Subject, sort: string, after: string) =>
    read<ThreadPage>(`/api/municipalities/${town}/threads/${type}/${id}`, { sort, after }),
  replies: (town: string, rootId: string, after: string) =>
    read<Replies>(`/api/municipalities/${town}/comments/${rootId}/replies`, { after }),
};

async function read<T>(path: string, query: Record<string, string>): Promise<T> {
  const reply = await fetch(`${path}?${new URLSearchParams(query)}`, {
    headers: { accept: 'application/json' },
  });
  if (!reply.ok) throw new Error(`${reply.status}`);
  return (await reply.json()) as T;
}
