import type { Change, CommentSort, SupportCount, Thread } from '@zbor/contracts';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTown } from '../../shared/page-data';
import { listen } from './live';
import { type Subject, threadSource } from './thread-source';
import { begin, merge, order, personal, setLikes, type ThreadState } from './thread-state';

export interface Reading {
  sort: CommentSort;
  focus?: string;
  after?: string;
  readAt: string;
}

interface Options {
  subject: Subject;
  thread: Thread;
  reading: Reading;
  onSupports?: (count: SupportCount) => void;
  onMissed?: () => void;
}

/** A thread that stays true while one reads it. */
export function useThread({ subject, thread, reading, onSupports, onMissed }: Options) {
  const { slug: town } = useTown();
  const { sort, focus, readAt } = reading;
  const fromPage = useCallback(
    () => begin(thread, { sort, focused: focus !== undefined, readAt }),
    [thread, sort, focus, readAt],
  );
  const [state, setState] = useState(fromPage);
  const latest = useRef(state);
  const update = useCallback((change: (state: ThreadState) => ThreadState) => {
    latest.current = change(latest.current);
    setState(latest.current);
  }, []);

  const known = useRef(thread);
  useEffect(() => {
    if (known.current === thread) return;
    known.current = thread;
    update(fromPage);
  }, [thread, fromPage, update]);

  const tell = useRef({ onSupports, onMissed });
  tell.current = { onSupports, onMissed };
  const moderates = thread.can.moderate;
  const { type, id } = subject;
  useEffect(() => {
    let asking = false;
    let askAgain = false;
    const askForChanges = async () => {
      askAgain = true;
      if (asking) return;
      asking = true;
      try {
        while (askAgain) {
          askAgain = false;
          const { items, seq, total, more } = await threadSource.changes(
            town,
            { type, id, page: '' },
            latest.current.seq,
          );
          update((before) => ({ ...items.reduce(merge, before), seq: Math.max(before.seq, seq), total }));
          askAgain ||= more;
        }
      } catch {
        // The network is away: the next occasion to ask comes by itself.
      } finally {
        asking = false;
      }
    };
    const onStale = (missed: boolean) => {
      askForChanges();
      if (missed) tell.current.onMissed?.();
    };
    const take = (change: Change) => {
      if (change.kind === 'supports') return tell.current.onSupports?.(change);
      if (change.kind === 'likes') return update((before) => setLikes(before, change.commentId, change));
      const { seq, total } = change;
      const place = order(latest.current, seq);
      if (place === 'known') return;
      const comment = place === 'next' ? personal(latest.current, change.comment, moderates) : undefined;
      if (!comment) return void askForChanges();
      update((before) => ({ ...merge(before, comment), seq, total }));
    };
    return listen({ town, room: `${type}:${id}`, onChange: take, onStale });
  }, [town, type, id, moderates, update]);

  return [state, update] as const;
}
