import type { Configuration } from '@org/config';
import type { Interval } from '@org/domain';
import { InputError } from '@org/domain';
import type { PaperMarket } from './paper-market.ts';
import { recordedPaperMarket } from './recorded-paper-market.ts';
import { syntheticPaperMarket } from './synthetic-paper-market.ts';

/** A market, and the interval that strategies decide on in it. */
export interface OpenedMarket {
  readonly market: PaperMarket;
  readonly interval: Interval;
}

/** What the configuration does not say about a market. */
export interface MarketSurroundings {
  /** A file with the rules of markets that are not built in. */
  readonly instruments: string | null;
  readonly seed: number;
  readonly cwd: string;
}

/**
 * Opens the market that was chosen.
 *
 * @throws InputError `market-not-there` for the exchange's own bars, and those of the market's kind.
 */
export async function openMarket(
  { market: choice, symbols, interval, given }: Configuration,
  { instruments, seed, cwd }: MarketSurroundings,
): Promise<OpenedMarket> {
  switch (choice.kind) {
    case 'synthetic':
      return { market: syntheticPaperMarket({ seed, symbols, interval, instruments }), interval };
    case 'files': {
      const market = await recordedPaperMarket({
        data: choice.files,
        symbols: given.includes('symbols') ? symbols : null,
        ...(given.includes('interval') ? { interval } : {}),
        ...(instruments === null ? {} : { instruments }),
        cwd,
      });
      const lowest = market.markets[0]?.interval ?? interval;
      return { market, interval: given.includes('interval') ? interval : lowest };
    }
    case 'live-data':
      throw new InputError('market-not-there', {
        what: 'the bot cannot listen to the exchange yet',
        found: '--market live-data',
        allowed: 'synthetic, or files of recorded bars',
        hint: 'Try --market synthetic --seed 7.',
      });
  }
}
