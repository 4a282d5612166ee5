import type { codeLives } from '@zbor/contracts';

/** Written out, so that the contracts and their library stay out of the browser. */
export const lives = ['30', '90', '180', '365'] as const satisfies typeof codeLives;
