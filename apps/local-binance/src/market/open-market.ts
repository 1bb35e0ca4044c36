import { readMarkets } from '@org/session';
import type { LocalBinanceOptions } from '@org/local-binance';
import { BUILT_IN_SYMBOLS } from '@org/local-binance';
import { candlePath } from '@org/simulator';
import type { MarketChoice } from '../flags/serve-options.ts';

/**
 * The markets that were chosen: recorded ones are the only ones then.
 *
 * @throws InputError for files that are missing or wrong.
 */
export async function openMarket(
  choice: MarketChoice,
  seed: number,
  cwd: string,
): Promise<Pick<LocalBinanceOptions, 'market' | 'symbols'>> {
  if (choice.kind === 'synthetic') return { market: 'synthetic' };
  const recorded = await readMarkets({ data: choice.files, cwd });
  const plans = recorded.map(({ series }) => candlePath({ series, seed }));
  const names = new Set(plans.map(({ symbol }) => symbol));
  return { market: plans, symbols: BUILT_IN_SYMBOLS.filter(({ symbol }) => names.has(symbol)) };
}
