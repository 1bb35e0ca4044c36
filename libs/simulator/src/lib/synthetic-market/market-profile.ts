import type { SpotInstrument } from '@org/domain';
import { InputError, parseDecimal, spotInstrument } from '@org/domain';

/** The character of a synthetic market. */
export interface MarketProfile {
  readonly symbol: string;
  readonly startPrice: number;
  /** Plain decimals, as in the rules of the market. */
  readonly tickSize: string;
  readonly stepSize: string;
  /** Deviation of a day's return: 0.025 is 2.5%. */
  readonly dailyVolatility: number;
  /** Mean volume of a day, in base. */
  readonly dailyVolume: number;
  /** How much of its shocks it shares with the other symbols, from 0 to 1; two symbols correlate by the product. */
  readonly correlation: number;
}

const KNOWN: readonly MarketProfile[] = [
  {
    symbol: 'BTCUSDT',
    startPrice: 40_000,
    tickSize: '0.01',
    stepSize: '0.00001',
    dailyVolatility: 0.025,
    dailyVolume: 40_000,
    correlation: 0.93,
  },
  {
    symbol: 'ETHUSDT',
    startPrice: 2_300,
    tickSize: '0.01',
    stepSize: '0.0001',
    dailyVolatility: 0.032,
    dailyVolume: 350_000,
    correlation: 0.9,
  },
  {
    symbol: 'BNBUSDT',
    startPrice: 310,
    tickSize: '0.1',
    stepSize: '0.001',
    dailyVolatility: 0.03,
    dailyVolume: 600_000,
    correlation: 0.8,
  },
];

const ANY: Omit<MarketProfile, 'symbol'> = {
  startPrice: 100,
  tickSize: '0.01',
  stepSize: '0.001',
  dailyVolatility: 0.045,
  dailyVolume: 1_000_000,
  correlation: 0.7,
};

const ASSET_DECIMALS = 8;

/** The profile of a symbol, with what is given in place of its own. */
export function marketProfile(symbol: string, given: Partial<MarketProfile>): MarketProfile {
  const known = KNOWN.find((profile) => profile.symbol === symbol) ?? { symbol, ...ANY };
  const profile: MarketProfile = {
    symbol,
    startPrice: given.startPrice ?? known.startPrice,
    tickSize: given.tickSize ?? known.tickSize,
    stepSize: given.stepSize ?? known.stepSize,
    dailyVolatility: given.dailyVolatility ?? known.dailyVolatility,
    dailyVolume: given.dailyVolume ?? known.dailyVolume,
    correlation: given.correlation ?? known.correlation,
  };
  const { units, decimals } = parseDecimal(profile.tickSize);
  check(profile, 'startPrice', Number(units) / 10 ** decimals, Number.MAX_VALUE);
  check(profile, 'dailyVolatility', 0, 1);
  check(profile, 'dailyVolume', 0, Number.MAX_VALUE);
  check(profile, 'correlation', 0, 1);
  return profile;
}

/** Steps of price and quantity as numbers that give exact decimals: `count * units / scale`. */
export interface Grid {
  readonly units: number;
  readonly scale: number;
}

/** The grids of price and volume. */
export function gridsOf({ symbol, tickSize, stepSize }: MarketProfile): {
  readonly tick: Grid;
  readonly lot: Grid;
} {
  const asset = { code: symbol, decimals: Math.max(ASSET_DECIMALS, parseDecimal(stepSize).decimals) };
  const { tick, lot }: SpotInstrument = spotInstrument({
    symbol,
    base: asset,
    quote: asset,
    tickSize,
    stepSize,
    minNotional: '0',
  });
  return {
    tick: { units: Number(tick.units), scale: 10 ** tick.decimals },
    lot: { units: Number(lot.units), scale: 10 ** lot.decimals },
  };
}

type Figure = 'startPrice' | 'dailyVolatility' | 'dailyVolume' | 'correlation';

function check(profile: MarketProfile, figure: Figure, least: number, most: number): void {
  const value = profile[figure];
  if (value >= least && value <= most) return;
  throw new InputError('synthetic-market-profile', {
    what: `${profile.symbol}: ${figure} is out of range`,
    found: String(value),
    allowed: most === Number.MAX_VALUE ? `at least ${least}` : `from ${least} to ${most}`,
  });
}
