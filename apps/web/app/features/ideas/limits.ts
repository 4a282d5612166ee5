import type { bodyLength, titleLength } from '@zbor/contracts';

/** The contract's limits, repeated so that the browser need not load the contract; the types hold them together. */
export const titleLimit: typeof titleLength.max = 120;
export const bodyLimit: typeof bodyLength.max = 10_000;
