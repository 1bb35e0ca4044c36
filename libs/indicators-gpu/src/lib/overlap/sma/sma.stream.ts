import type { LooseBar } from '../../indicator/bar.ts';
import { LiveLine } from '../../indicator/live-line.ts';

/** The stream of sma, of its own for speed alone: see LiveLine. */
export class SmaStream extends LiveLine {
  override next(bar: number | LooseBar): number {
    if (typeof bar !== 'number' || bar - bar !== 0) return super.next(bar);
    this.isBlank = false;
    return this.step.next(bar);
  }
}
