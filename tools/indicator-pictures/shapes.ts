import type { Line } from './lines.ts';
import { xOf, yOf } from './panel.ts';
import type { Panel } from './panel.ts';
import { drawnBars } from './sample-market.ts';
import type { SampleColumns } from './sample-market.ts';

/** Bars of the market: a thin stroke from low to high, a thick one from open to close. */
export function candles(market: SampleColumns, panel: Panel): readonly string[] {
  const first = market.close.length - drawnBars;
  const stroke = (bar: number, from: Float64Array, to: Float64Array): string =>
    `M${xOf(bar)} ${yOf(panel, from[first + bar] ?? NaN)}V${yOf(panel, to[first + bar] ?? NaN)}`;
  const bars = Array.from({ length: drawnBars }, (_, bar) => bar);
  const hasRisen = (bar: number): boolean =>
    (market.close[first + bar] ?? NaN) >= (market.open[first + bar] ?? NaN);
  const bodies = (chosen: readonly number[]): string =>
    chosen.map((bar) => stroke(bar, market.open, market.close)).join('');
  return [
    `<path class="wick" d="${bars.map((bar) => stroke(bar, market.high, market.low)).join('')}"/>`,
    `<path class="up" d="${bodies(bars.filter(hasRisen))}"/>`,
    `<path class="down" d="${bodies(bars.filter((bar) => !hasRisen(bar)))}"/>`,
  ];
}

/** One output of an indicator in the color of its place. */
export function shapeOf({ kind, values }: Line, place: number, panel: Panel): string {
  const color = `l${place % 7}`;
  if (kind === 'columns') return `<path class="${color} columns" d="${columnsPath(values, panel)}"/>`;
  const points = values.flatMap((value, bar) => (Number.isNaN(value) ? [] : [{ bar, value }]));
  const at = ({ bar, value }: (typeof points)[number]) => `${xOf(bar)} ${yOf(panel, value)}`;
  if (kind === 'corners') return `<path class="${color}" d="M${points.map(at).join('L')}"/>`;
  const path = points.map((point) => `${Number.isNaN(values[point.bar - 1] ?? NaN) ? 'M' : 'L'}${at(point)}`);
  const alone = points.filter(
    ({ bar }) => Number.isNaN(values[bar - 1] ?? NaN) && Number.isNaN(values[bar + 1] ?? NaN),
  );
  const dots = alone.map(
    ({ bar, value }) => `<circle class="${color}" cx="${xOf(bar)}" cy="${yOf(panel, value)}" r="2"/>`,
  );
  return [`<path class="${color}" d="${path.join('')}"/>`, ...dots].join('\n');
}

function columnsPath(values: readonly number[], panel: Panel): string {
  return values
    .map((value, bar) => (Number.isNaN(value) ? '' : `M${xOf(bar)} ${yOf(panel, 0)}V${yOf(panel, value)}`))
    .join('');
}
