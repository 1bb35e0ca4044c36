import type { SymbolRules } from '@org/simulator';
import { recordedDepth } from '@org/simulator';
import type { CaptureProblem } from '../captures/capture-problems.ts';
import { readCaptures } from '../captures/read-captures.ts';
import type { RecordedMarkets } from './recorded-markets.ts';
import { joinMarkets } from './recorded-markets.ts';

/** `BTCUSDT-1m-2024-12.csv.gz`, and zips as the exchange publishes them. */
const CANDLES = /\.(csv|zip)(\.gz)?$/i;

/** Whether a file holds captured streams, by its name: candles are in files of `.csv`, `.csv.gz` or `.zip`. */
export function isCaptureFile(path: string): boolean {
  return !CANDLES.test(path);
}

/**
 * Markets whose books follow captured streams: every one of `symbols` that the files have a book of.
 *
 * @throws InputError what `readCaptures` throws
 */
export function captureMarkets(paths: readonly string[], symbols: readonly SymbolRules[]): RecordedMarkets {
  const { captures, problemCount, problems } = readCaptures(paths, symbols);
  const { market, symbols: captured } = joinMarkets(
    captures.map(({ rules, recording }) => ({
      market: [recordedDepth(recording)],
      symbols: [rules],
      notes: [],
    })),
  );
  return { market, symbols: captured, notes: problemCount === 0 ? [] : [told(problemCount, problems)] };
}

function told(count: number, [first]: readonly CaptureProblem[]): string {
  const lines = `${count} ${count === 1 ? 'line' : 'lines'} of the capture cannot be used`;
  if (first === undefined) return lines;
  return `${lines}; the first: ${first.place.file}:${first.place.line ?? 0}: ${first.what}`;
}
