import type { Side } from '@org/domain';
import { amount } from '@org/domain';
import { createExchange } from '../lib/exchange/create-exchange.ts';
import type { ExchangeAccount } from '../lib/exchange/exchange-account.ts';
import type { LevelChanged, MarketTrade, OrderReport } from '../lib/exchange/exchange-event.ts';
import type { ShownLevel } from '../lib/exchange/exchange.ts';
import { gridOf } from '../lib/exchange/symbol-grid.ts';
import { recordedDepth } from '../lib/markets/depth/recorded-depth.ts';
import type {
  RecordedDifference,
  RecordedEvent,
  RecordedSnapshot,
  RecordedTrade,
} from '../lib/markets/depth/depth-recording.ts';
import { runMarkets } from '../lib/markets/run-markets.ts';
import { asset, decimal, ordered, steps, symbolRules } from './symbol-rules.ts';

/** Levels by price. */
export type Levels = Readonly<Record<number, number>>;
interface Sides {
  readonly bids?: Levels;
  readonly asks?: Levels;
}

/** Whole ABC for whole USD. */
export const RULES = symbolRules(steps('1', '1'), { base: asset('ABC', 0), quote: asset('USD', 0) });
export const GRID = gridOf(RULES);
const { symbol } = RULES;

const NO_RATES = { maker: 0, taker: 0, buyer: 0, seller: 0 };
const USER: ExchangeAccount = {
  accountId: 'user',
  tradeGroupId: null,
  funding: 'funded',
  canTrade: true,
  standardCommission: NO_RATES,
  taxCommission: NO_RATES,
  specialCommission: NO_RATES,
  discount: { asset: 'BNB', isEnabled: false, multiplier: 0 },
};

const flat = (levels: Levels = {}) =>
  Object.entries(levels).flatMap(([price, quantity]) => [Number(price), quantity]);

export const snapshot = (time: number, updateId: number, { bids, asks }: Sides): RecordedSnapshot => ({
  kind: 'snapshot',
  time,
  updateId,
  bids: flat(bids),
  asks: flat(asks),
});

export const difference = (time: number, updateId: number, { bids, asks }: Sides): RecordedDifference => ({
  kind: 'difference',
  time,
  updateId,
  bids: flat(bids),
  asks: flat(asks),
});

export const trade = (time: number, takerSide: Side, price: number, quantity: number): RecordedTrade => ({
  kind: 'trade',
  time,
  takerSide,
  price,
  quantity,
});

/** An exchange with one recorded market and one rich user. */
export class DepthSession {
  readonly trades: MarketTrade[] = [];
  readonly levels: LevelChanged[] = [];
  readonly #reports: OrderReport[] = [];
  readonly exchange = createExchange({
    symbols: [RULES],
    accounts: [USER],
    averagePrice: () => null,
    emit: (event) => {
      if (event.kind === 'marketTrade') this.trades.push(event);
      if (event.kind === 'orderReport') this.#reports.push(event);
      if (event.kind === 'levelChanged') this.levels.push(event);
    },
  });
  readonly #markets;
  #now = 0;

  constructor(events: readonly RecordedEvent[], startTime = 0) {
    for (const code of ['ABC', 'USD']) this.exchange.deposit('user', code, amount(1_000_000_000n), 0);
    this.#markets = runMarkets(this.exchange, [recordedDepth({ symbol, grid: GRID, events })], startTime);
  }

  get updateIds(): readonly number[] {
    return this.levels.map(({ updateId }) => updateId);
  }

  advanceTo(time: number): void {
    this.#now = Math.max(time, this.#now);
    this.#markets.advanceTo(time);
  }

  place(clientOrderId: string, side: Side, price: number, quantity: number): void {
    this.exchange.place(
      {
        ...ordered({
          clientOrderId,
          side,
          price: decimal(String(price)),
          size: { base: decimal(String(quantity)) },
        }),
        accountId: 'user',
        symbol,
        selfTradePrevention: null,
      },
      this.#now,
    );
  }

  cancelAll(): void {
    this.exchange.cancelAll('user', symbol, 'cancel', this.#now);
  }

  /** How much of an order of the user has traded, and at which prices. */
  filled(clientOrderId: string): readonly (readonly [price: number, quantity: number])[] {
    return this.#reports.flatMap(({ order, fill }) =>
      fill !== null && order.clientOrderId === clientOrderId ? [[fill.price, fill.quantity] as const] : [],
    );
  }

  book() {
    const book = this.exchange.book(symbol, 10_000);
    return {
      updateId: book?.updateId ?? 0,
      bids: byPrice(book?.bids ?? []),
      asks: byPrice(book?.asks ?? []),
    };
  }

  /** What of a level is the market's own. */
  own(side: Side, price: number): number {
    const ticks = this.book()[side === 'buy' ? 'bids' : 'asks'];
    const users = this.exchange
      .openOrders('user', symbol)
      .filter((order) => order.side === side && Number(order.price) === price)
      .reduce((sum, order) => sum + order.quantity - order.executed, 0);
    return (ticks[price] ?? 0) - users;
  }
}

function byPrice(levels: readonly ShownLevel[]): Levels {
  return Object.fromEntries(levels.map(({ price, quantity }) => [price, quantity]));
}
