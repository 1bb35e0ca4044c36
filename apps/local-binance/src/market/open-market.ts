import type { RecordedMarkets } from '@org/local-binance';
import {
  BUILT_IN_SYMBOLS,
  candleMarkets,
  captureMarkets,
  isCaptureFile,
  joinMarkets,
} from '@org/local-binance';
import { expandPaths, readMarkets } from '@org/session';
import type { MarketChoice } from '../flags/serve-options.ts';

/** Who trades, as the exchange takes it, and what is to be said about it. */
export type OpenedMarket = RecordedMarkets | SyntheticMarkets;

interface SyntheticMarkets {
  readonly market: 'synthetic';
  readonly notes: RecordedMarkets['notes'];
  readonly warmUpMs: number;
}

/** A market that nobody has recorded has a past all the same: clients ask for candles before they wait for new ones. */
const SYNTHETIC_PAST_MS = 3_600_000;

/**
 * The markets that were chosen: recorded ones are the only ones then.
 *
 * @throws InputError for files that are missing or wrong.
 */
export async function openMarket(choice: MarketChoice, seed: number, cwd: string): Promise<OpenedMarket> {
  if (choice.kind === 'synthetic') return { market: 'synthetic', notes: [], warmUpMs: SYNTHETIC_PAST_MS };
  const files = await expandPaths(choice.files, cwd);
  const captured = files.filter(isCaptureFile);
  const data = files.filter((file) => !isCaptureFile(file));
  const parts: RecordedMarkets[] = [];
  if (captured.length > 0) parts.push(captureMarkets(captured, BUILT_IN_SYMBOLS));
  if (data.length > 0) {
    const series = (await readMarkets({ data, cwd })).map((recorded) => recorded.series);
    parts.push(candleMarkets(series, { symbols: BUILT_IN_SYMBOLS, seed }));
  }
  return joinMarkets(parts);
}
