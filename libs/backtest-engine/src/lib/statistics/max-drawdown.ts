/** The deepest fall: how deep as a fraction, from which peak to which low (ms UTC), and how many days that took. */
export interface MaxDrawdown {
  readonly depth: number;
  readonly start: number | null;
  readonly end: number | null;
  readonly days: number | null;
}

/** The place of the account's first equity, which comes before all closes. */
export const FIRST_EQUITY = -1;

/**
 * The deepest fall from a peak of equity to a later low, `1 - low / peak`, looked at on the close of every bar. The
 * account's first equity is the first peak. Of equal peaks the last
 * counts, of equal falls the first; an account that never fell has depth 0.
 *
 * 100, 120, 90, 110, 130 fell most from 120 to 90: 1 - 90/120 = 0.25.
 */
export class DrawdownMeter {
  private peak: number;
  private peakAt = FIRST_EQUITY;
  private depth = 0;
  private start = FIRST_EQUITY;
  private end = FIRST_EQUITY;

  constructor(firstEquity: number) {
    this.peak = firstEquity;
  }

  /** Takes the equity at one close, and gives how far it lies below the peak as a fraction. */
  add(bar: number, equity: number): number {
    if (equity >= this.peak) {
      this.peak = equity;
      this.peakAt = bar;
      return 0;
    }
    const depth = 1 - equity / this.peak;
    if (depth > this.depth) {
      this.depth = depth;
      this.start = this.peakAt;
      this.end = bar;
    }
    return depth;
  }

  /** How deep it was, and between which bars: the peak may be `FIRST_EQUITY`. */
  deepest(): { readonly depth: number; readonly start: number; readonly end: number } {
    const { depth, start, end } = this;
    return { depth, start, end };
  }
}
