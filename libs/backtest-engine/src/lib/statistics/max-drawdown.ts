const DAY_MS = 86_400_000;

/** The deepest fall: how deep as a fraction, from which peak to which low (ms UTC), and how many days that took. */
export interface MaxDrawdown {
  readonly depth: number;
  readonly start: number | null;
  readonly end: number | null;
  readonly days: number | null;
}

/**
 * The deepest fall from a peak of equity to a later low, `1 - low / peak`, looked at on the close of every bar. The
 * account's first equity is the first peak. Of equal falls the first counts; an account that never fell has depth 0
 * and no times.
 *
 * 100, 120, 90, 110, 130 fell most from 120 to 90: 1 - 90/120 = 0.25.
 */
export class DrawdownMeter {
  private peak: number;
  private peakTime: number;
  private depth = 0;
  private start = 0;
  private end = 0;

  constructor(firstEquity: number, firstTime: number) {
    this.peak = firstEquity;
    this.peakTime = firstTime;
  }

  /** Takes the equity at one close, and gives how far it lies below the peak as a fraction. */
  add(time: number, equity: number): number {
    if (equity >= this.peak) {
      this.peak = equity;
      this.peakTime = time;
      return 0;
    }
    const depth = 1 - equity / this.peak;
    if (depth > this.depth) {
      this.depth = depth;
      this.start = this.peakTime;
      this.end = time;
    }
    return depth;
  }

  deepest(): MaxDrawdown {
    const { depth, start, end } = this;
    if (depth === 0) return { depth, start: null, end: null, days: null };
    return { depth, start, end, days: (end - start) / DAY_MS };
  }
}
