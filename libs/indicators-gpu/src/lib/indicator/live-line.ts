import { barRead } from './bar-reader.ts';
import type { LooseBar } from './bar.ts';
import { Live } from './live.ts';
import type { LineStep } from './step.ts';

/**
 * A stream with one output: the number itself, NaN until it is warm.
 *
 * What is streamed most has a class of its own, with the way of a finite number written out in it once more. An engine
 * optimises every place in the source by what passes there, and here pass the steps of all indicators: once a process
 * streams more than four kinds, a bar costs more by this class than by one of its own.
 */
export class LiveLine extends Live<LineStep> {
  next(bar: number | LooseBar): number {
    const { readNumber, read, memory, step } = this.program;
    if (!(typeof bar === 'number' ? readNumber(bar) : read(bar))) {
      this.reset();
      return NaN;
    }
    memory.enter(this.cells, this.at);
    this.isBlank = false;
    return step(barRead);
  }
}
