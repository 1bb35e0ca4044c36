import type { Row } from '@org/indicators-gpu';
import { drawnBars } from './sample-market.ts';
import type { SampleColumns } from './sample-market.ts';

/** One output as it is drawn: a value for every bar of the picture, NaN where there is none. */
export interface Line {
  readonly name: string;
  readonly kind: 'line' | 'columns' | 'corners';
  readonly values: readonly number[];
}

/** Outputs that say something about another output, and have no place on its scale. */
const remarks: ReadonlySet<string> = new Set(['direction', 'kind', 'age']);

/** The outputs of an indicator with its default options over the newest bars, moved to where they are drawn. */
export function linesOf(row: Row, market: SampleColumns): readonly Line[] {
  const columns = row.run(market);
  const shift = row.shift();
  return row.outputs
    .filter((name) => !remarks.has(name))
    .map((name) => {
      const column = columns[name] ?? new Float64Array();
      const age = columns['age'];
      if (age !== undefined) return { name, kind: 'corners', values: drawn(movedBack(column, age)) };
      const kind = name === 'histogram' ? 'columns' : 'line';
      return { name, kind, values: drawn(shifted(column, shift[name] ?? 0)) };
    });
}

function drawn(values: readonly number[]): readonly number[] {
  return values.slice(-drawnBars);
}

function shifted(column: Float64Array, bars: number): readonly number[] {
  return Array.from(column, (_, i) => column[i - bars] ?? NaN);
}

/** Values that became known some bars after the one that they are about, at that bar. */
function movedBack(column: Float64Array, age: Float64Array): readonly number[] {
  const moved = new Array<number>(column.length).fill(NaN);
  column.forEach((value, i) => {
    const bars = age[i] ?? NaN;
    if (!Number.isNaN(bars)) moved[i - bars] = value;
  });
  return moved;
}
