import { read } from './bar-reader.ts';
import type { Field } from './bar.ts';
import type { OutColumn } from './column.ts';

/** Takes one bar after another out of columns, in the order of the inputs; false at a hole. */
export function columnReader(
  inputs: readonly Field[],
  columns: readonly OutColumn[],
): (bar: number) => boolean {
  const columnOf = (field: Field): OutColumn | undefined => columns[inputs.indexOf(field)];
  const [time, open, high, low] = [columnOf('time'), columnOf('open'), columnOf('high'), columnOf('low')];
  const [close, volume, benchmark] = [columnOf('close'), columnOf('volume'), columnOf('benchmark')];
  return (bar) => {
    let gap = 0;
    if (time !== undefined) {
      read.time = time[bar]!;
      gap += read.time - read.time;
    }
    if (open !== undefined) {
      read.open = open[bar]!;
      gap += read.open - read.open;
    }
    if (high !== undefined) {
      read.high = high[bar]!;
      gap += read.high - read.high;
    }
    if (low !== undefined) {
      read.low = low[bar]!;
      gap += read.low - read.low;
    }
    if (close !== undefined) {
      read.close = close[bar]!;
      gap += read.close - read.close;
    }
    if (volume !== undefined) {
      read.volume = volume[bar]!;
      gap += read.volume - read.volume;
    }
    if (benchmark !== undefined) {
      read.benchmark = benchmark[bar]!;
      gap += read.benchmark - read.benchmark;
    }
    return gap === 0;
  };
}
