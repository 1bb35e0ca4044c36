import type { CandleSeries } from '@org/domain';
import { InputError, plainDecimal } from '@org/domain';
import { blankSeries, firstIndexAt, sliceSeries } from '../series/candle-columns.ts';
import type { CandlePiece } from './candle-piece.ts';

const PRICES = ['open', 'high', 'low', 'close', 'volume'] as const;

/**
 * Joins pieces of one symbol and interval, in whatever order they come. Where they overlap they must hold the same bars.
 *
 * @throws InputError `overlap-disagrees` with both files and lines.
 */
export function joinPieces(pieces: readonly [CandlePiece, ...CandlePiece[]]): CandleSeries {
  const [only] = pieces;
  if (pieces.length === 1) return only.series;
  const ordered = pieces.toSorted((a, b) => firstTime(a) - firstTime(b));
  const joined = blankSeries(
    only.series,
    ordered.reduce((sum, { series }) => sum + series.openTime.length, 0),
  );
  let count = 0;
  ordered.forEach((piece, index) => {
    const known = sliceSeries(joined, 0, count);
    const overlap = overlapLength(known, piece, ordered.slice(0, index));
    const rest = sliceSeries(piece.series, overlap);
    joined.openTime.set(rest.openTime, count);
    for (const column of PRICES) joined[column].set(rest[column], count);
    count += rest.openTime.length;
  });
  return sliceSeries(joined, 0, count);
}

function firstTime({ series }: CandlePiece): number {
  return series.openTime[0]!;
}

/** How many of the piece's first bars are known already, having made sure that they are the same. */
function overlapLength(known: CandleSeries, piece: CandlePiece, earlier: readonly CandlePiece[]): number {
  const from = firstIndexAt(known, firstTime(piece));
  const length = Math.min(known.openTime.length - from, piece.series.openTime.length);
  for (let bar = 0; bar < length; bar++) {
    const there = known.openTime[from + bar]!;
    const here = piece.series.openTime[bar]!;
    if (there !== here) throw absent(piece, earlier, bar, there);
    const column = PRICES.find((name) => known[name][from + bar] !== piece.series[name][bar]);
    if (column !== undefined) throw different(piece, earlier, bar, column, known[column][from + bar]!);
  }
  return length;
}

function different(
  piece: CandlePiece,
  earlier: readonly CandlePiece[],
  bar: number,
  column: (typeof PRICES)[number],
  there: number,
): InputError {
  const time = piece.series.openTime[bar]!;
  return new InputError('overlap-disagrees', {
    what: `two files disagree on the bar of ${new Date(time).toISOString()}`,
    place: { file: piece.file.path, line: piece.firstLine + bar },
    found: `${column} ${plainDecimal(piece.series[column][bar]!)}`,
    allowed: `${column} ${plainDecimal(there)} as in ${whereIs(time, earlier)}`,
    hint: 'Leave one of the two files out.',
  });
}

function absent(piece: CandlePiece, earlier: readonly CandlePiece[], bar: number, there: number): InputError {
  const here = piece.series.openTime[bar]!;
  const line = piece.firstLine + bar;
  const facts =
    there < here
      ? {
          found: `no bar of ${new Date(there).toISOString()}`,
          allowed: `the bars of ${whereIs(there, earlier)}`,
        }
      : {
          found: `a bar of ${new Date(here).toISOString()}`,
          allowed: `the bars up to ${whereIs(there, earlier)}, which has none of that time`,
        };
  return new InputError('overlap-disagrees', {
    what: 'two files that overlap do not hold the same bars',
    place: { file: piece.file.path, line },
    ...facts,
    hint: 'Leave one of the two files out.',
  });
}

function whereIs(time: number, earlier: readonly CandlePiece[]): string {
  const places = earlier.flatMap(({ file, firstLine, series }) => {
    const index = firstIndexAt(series, time);
    return series.openTime[index] === time ? [`${file.path}:${firstLine + index}`] : [];
  });
  return places.join(' and ');
}
