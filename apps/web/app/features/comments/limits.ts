import type { commentLength } from '@zbor/contracts';

/** The contract's limit, repeated so that the browser need not load the contract; the type holds them together. */
export const commentLimit: typeof commentLength = 4000;
