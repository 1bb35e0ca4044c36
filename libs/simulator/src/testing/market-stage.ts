import type { Side } from '@org/domain';
import { amount, price, quantity } from '@org/domain';
import { createExchange } from '../lib/exchange/create-exchange.ts';
import type { ExchangeAccount } from '../lib/exchange/exchange-account.ts';
import type { MarketTrade, OrderReport } from '../lib/exchange/exchange-event.ts';
import type { Exchange } from '../lib/exchange/exchange.ts';
import { priceDecimal, quantityDecimal } from '../lib/exchange/grid-conversions.ts';
import { gridOf } from '../lib/exchange/symbol-grid.ts';
import type { SymbolRules } from '../lib/exchange/symbol-rules.ts';
import type { MarketPlan } from '../lib/markets/market.ts';
import type { RunningMarkets } from '../lib/markets/run-markets.ts';
import { runMarkets } from '../lib/markets/run-markets.ts';
import { ordered, steps, symbolRules } from './symbol-rules.ts';

/** BTCUSDT in ticks of 0.01 and lots of 0.00001. */
export const BTC_RULES = symbolRules(steps('0.01', '0.00001'));
export const BTC_GRID = gridOf(BTC_RULES);
export const USER = 'user';

const FREE = { maker: 0, taker: 0, buyer: 0, seller: 0 };
const ACCOUNT: ExchangeAccount = {
  accountId: USER,
  tradeGroupId: null,
  funding: 'funded',
  canTrade: true,
  standardCommission: FREE,
  taxCommission: FREE,
  specialCommission: FREE,
  discount: { asset: 'BNB', isEnabled: false, multiplier: '0.75' },
};
const PLENTY = amount(10n ** 18n);

/** A market on an exchange with one rich user, and everything that was traded. */
export interface MarketStage {
  readonly exchange: Exchange;
  readonly markets: RunningMarkets;
  readonly trades: MarketTrade[];
  /** Of the user's orders. */
  readonly reports: OrderReport[];
  /** A limit order of the user, in ticks and lots. Gives its id, 0 for a refusal. */
  limit(side: Side, ticks: number, lots: number, now: number): number;
  /** The user takes at any price. */
  market(side: Side, lots: number, now: number): void;
  /** Best bid and best ask in ticks; null for an empty side. */
  touch(): readonly [number | null, number | null];
}

export function marketStage(
  plan: MarketPlan,
  { startTime = plan.startTime, rules = BTC_RULES }: { startTime?: number; rules?: SymbolRules } = {},
): MarketStage {
  const trades: MarketTrade[] = [];
  const reports: OrderReport[] = [];
  const exchange = createExchange({
    symbols: [rules],
    accounts: [ACCOUNT],
    averagePrice: () => null,
    emit: (event) => {
      if (event.kind === 'marketTrade') trades.push(event);
      if (event.kind === 'orderReport') reports.push(event);
    },
  });
  for (const asset of ['BTC', 'USDT']) exchange.deposit(USER, asset, PLENTY, startTime);
  let orders = 0;
  const order = (side: Side, lots: number) => ({
    ...ordered({ clientOrderId: `order ${++orders}`, side }),
    accountId: USER,
    symbol: BTC_RULES.symbol,
    selfTradePrevention: null,
    size: { base: quantityDecimal(quantity(lots), BTC_GRID) },
  });
  return {
    exchange,
    markets: runMarkets(exchange, [plan], startTime),
    trades,
    reports,
    limit: (side, ticks, lots, now) => {
      const outcome = exchange.place(
        { ...order(side, lots), price: priceDecimal(price(ticks), BTC_GRID) },
        now,
      );
      return outcome.kind === 'refused' ? 0 : outcome.order.orderId;
    },
    market: (side, lots, now) => {
      exchange.place({ ...order(side, lots), type: 'market', price: null }, now);
    },
    touch: () => {
      const book = exchange.book(BTC_RULES.symbol, 1);
      return [book?.bids[0]?.price ?? null, book?.asks[0]?.price ?? null];
    },
  };
}
