import type { LooseBar } from './bar.ts';
import { Live } from './live.ts';

/** A stream with one output: the number itself, NaN until it is warm. */
export class LiveLine extends Live<number> {
  next(bar: number | LooseBar): number {
    if (typeof bar !== 'number') return this.take(bar) ?? NaN;
    return this.accepts(bar - bar) ? this.step.next(bar) : NaN;
  }
}
