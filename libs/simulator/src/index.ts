export { createBarSimulator } from './lib/venue/bar-simulator.ts';
export type { BarSimulator, BarSimulatorOptions } from './lib/venue/bar-simulator.ts';
export { BarNotFinishedError } from './lib/venue/simulated-bars.ts';
export type { OpenOrder } from './lib/venue/open-order.ts';
export type { BarSimulatorSnapshot, SavedOrder } from './lib/venue/snapshot.ts';

export type { Balance, Deposit, FeesPaid, SavedHolding } from './lib/account/account.ts';
export { BINANCE_FEES } from './lib/fees/fee-schedule.ts';
export type { FeeSchedule } from './lib/fees/fee-schedule.ts';
export type { Fraction } from './lib/fractions/fraction.ts';

export { SeededRng } from './lib/random/seeded-rng.ts';
export {
  SyntheticMarket,
  syntheticMarket,
  syntheticMarkets,
} from './lib/synthetic-market/synthetic-market.ts';
export type { SyntheticMarketOptions } from './lib/synthetic-market/synthetic-market.ts';
export type { MarketProfile } from './lib/synthetic-market/market-profile.ts';
export { syntheticSeries } from './lib/synthetic-market/synthetic-series.ts';
