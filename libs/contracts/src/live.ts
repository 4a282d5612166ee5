import type { z } from 'zod';
import type { LikeCount, publicComment, ThreadType } from './comments/comments';
import type { SupportCount } from './ideas/ideas';

/** The room in which everybody who looks at a subject stands. */
export type Room = `${ThreadType}:${string}`;

/** From a client: `watch` and `leave`, each with the town and the room. From the server: `change`. */
export interface Watch {
  town: string;
  room: Room;
}

/** Answer to `watch`: whether one stands in the room now. */
export interface Watching {
  ok: boolean;
}

/** Something changed in a room. A hint: what is true is asked over HTTP. */
export type Change =
  | { room: Room; kind: 'comment'; seq: number; total: number; comment: z.infer<typeof publicComment> }
  | ({ room: Room; kind: 'likes'; commentId: string } & LikeCount)
  | ({ room: Room; kind: 'supports' } & SupportCount);

/** Where the socket server listens. */
export const livePath = '/live';
