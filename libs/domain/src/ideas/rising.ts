/** Seconds of age that a tenfold of support makes up for. */
const SECONDS_PER_TENFOLD = 4 * 24 * 3600;

/**
 * How high an idea stands among the rising ones. It changes only when supports or comments do, never by time passing,
 * so that it can be stored and indexed: newer ideas simply start higher.
 * A comment weighs as much as a support. Source: the logarithm-plus-age ranking published by Reddit (2009).
 */
export function risingScore(publishedAt: Date, supports: number, comments: number): number {
  return publishedAt.getTime() / 1000 / SECONDS_PER_TENFOLD + Math.log10(1 + supports + comments);
}
