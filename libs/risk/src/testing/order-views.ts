import type { BracketIntent, PlaceIntent, RiskLimits } from '@org/domain';
import { amount, amountIn, price, quantity, spotInstrument } from '@org/domain';
import type { OrderView } from '../lib/approval/order-view.ts';
import { startRisk } from '../lib/halts/risk-state.ts';
import type { Draft } from '../lib/sizing/draft.ts';
import type { EquityMark } from '../lib/halts/observe-equity.ts';

/** 2024-01-01 00:00 UTC. */
export const MIDNIGHT = 1_704_067_200_000;
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

const USDT = { code: 'USDT', decimals: 8 };

/** Ticks of a cent, lots of a thousandth, orders from 0.01 to 100 base and from 5 quote on. */
export const MARKET = spotInstrument({
  symbol: 'TESTUSDT',
  base: { code: 'TEST', decimals: 8 },
  quote: USDT,
  tickSize: '0.01',
  stepSize: '0.001',
  minNotional: '5',
  minQuantity: '0.01',
  maxQuantity: '100',
});

export const usdt = (text: string) => amountIn(text, USDT);
export const base = (text: string) => amountIn(text, MARKET.base);
/** Lots from a quantity of base that is a whole number of them. */
export const lots = (value: number) => quantity(Math.round(value * 1000));

/** Every limit off: one entry may spend all there is. */
export const NO_LIMITS: RiskLimits = {
  amountPerTrade: 1,
  riskPerTrade: null,
  stopLoss: null,
  takeProfitRatio: null,
  maxPosition: null,
  maxOpenOrders: null,
  dailyLoss: null,
  maxDrawdown: null,
};

/** A flat strategy with 10,000 USDT, all of the account's, in a market at 100. */
export const FLAT: OrderView = {
  time: MIDNIGHT + HOUR,
  instrument: MARKET,
  markPrice: 100,
  equity: 10_000,
  strategyEquity: 10_000,
  cash: usdt('10000'),
  sellable: amount(0n),
  position: { symbol: 'TESTUSDT', units: amount(0n), size: 0, averagePrice: 0, openedTime: 0 },
  protection: 'position',
  exposure: 0,
  openEntryOrders: 0,
  risk: startRisk(MIDNIGHT, 10_000),
};

/** The same after half of it bought 50 base at 100. */
export const HOLDING: OrderView = {
  ...FLAT,
  cash: usdt('5000'),
  sellable: base('50'),
  position: {
    symbol: 'TESTUSDT',
    units: base('50'),
    size: 50,
    averagePrice: 100,
    openedTime: MIDNIGHT,
  },
  exposure: 5_000,
};

export const BUY: PlaceIntent = {
  kind: 'place',
  slot: 'main',
  symbol: 'TESTUSDT',
  side: 'buy',
  size: { by: 'risk' },
  pricing: { type: 'market' },
  reason: 'a story',
};

export const SELL: PlaceIntent = { ...BUY, side: 'sell', size: { by: 'position' } };

export const BRACKET: BracketIntent = {
  kind: 'bracket',
  slot: 'main',
  symbol: 'TESTUSDT',
  side: 'buy',
  size: { by: 'risk' },
  pricing: { type: 'market' },
  stopPrice: null,
  targetPrice: null,
  reason: 'a story',
};

/** A drafted market buy for 100 USDT, which is 1 base. */
export const DRAFT: Draft = {
  purpose: 'entry',
  request: { type: 'marketQuote', side: 'buy', quoteAmount: usdt('100') },
  price: price(10_000),
  lots: lots(1),
  notional: usdt('100'),
  plan: null,
};

/** An equity (quote) marked at a time (ms UTC), by default the same as before. */
export function markedAt(time: number, equity: number, equityBefore = equity): EquityMark {
  return { time, equity, equityBefore };
}
