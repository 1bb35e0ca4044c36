import type { LooseBar } from './bar.ts';
import { Live } from './live.ts';

/**
 * A stream with one output: the number itself, NaN until it is warm.
 *
 * What is streamed most has a class of its own with the way of a finite number written out in it once more. An engine
 * optimises every place in the source by what passes there, and here pass the steps of all indicators: once a process
 * streams more than four kinds, a bar costs three times as much by this class as by one of its own.
 */
export class LiveLine extends Live<number> {
  next(bar: number | LooseBar): number {
    if (typeof bar !== 'number') return this.take(bar) ?? NaN;
    return this.accepts(bar - bar) ? this.step.next(bar) : NaN;
  }
}
