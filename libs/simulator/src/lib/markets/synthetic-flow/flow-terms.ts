import { InputError } from '@org/domain';
import type { MarketProfile } from '../../synthetic-market/market-profile.ts';
import { marketProfile } from '../../synthetic-market/market-profile.ts';

/** 2024-01-01 00:00 UTC. */
const START_TIME = 1_704_067_200_000;
const MINUTE_MS = 60_000;
/** The finest there is: the tick itself is told when the market is opened. */
const FINEST_TICK = '0.00000001';
const MOST_PER_MINUTE = 60_000;

export interface SyntheticFlowOptions extends Partial<Omit<MarketProfile, 'tickSize' | 'stepSize'>> {
  /** Equal seeds give equal markets; the symbols of one seed move together. */
  readonly seed: number | string;
  readonly symbol: string;
  /** ms UTC; moved back to the minute that it lies in. Default 2024-01-01. */
  readonly startTime?: number;
  /** Takers in a usual minute. Default 30. */
  readonly tradesPerMinute?: number;
  /** How often makers change the book in a usual minute, besides after each taker. Default 60. */
  readonly quotesPerMinute?: number;
}

/** The same with nothing left open. */
export interface SyntheticFlowTerms {
  readonly seed: number | string;
  readonly profile: MarketProfile;
  readonly startTime: number;
  readonly tradesPerMinute: number;
  readonly quotesPerMinute: number;
}

/** @throws InputError `synthetic-market-profile` or `synthetic-flow-rate` where a figure is out of range */
export function flowTerms(options: SyntheticFlowOptions): SyntheticFlowTerms {
  const { startTime = START_TIME, tradesPerMinute = 30, quotesPerMinute = 60 } = options;
  checkRate('tradesPerMinute', tradesPerMinute);
  checkRate('quotesPerMinute', quotesPerMinute);
  return {
    seed: options.seed,
    profile: marketProfile(options.symbol, { ...options, tickSize: FINEST_TICK }),
    startTime: startTime - (startTime % MINUTE_MS),
    tradesPerMinute,
    quotesPerMinute,
  };
}

function checkRate(name: string, rate: number): void {
  if (rate > 0 && rate <= MOST_PER_MINUTE) return;
  throw new InputError('synthetic-flow-rate', {
    what: `${name} is out of range`,
    found: String(rate),
    allowed: `above 0, at most ${MOST_PER_MINUTE}`,
  });
}
