import type {
  Candle,
  CandleClosed,
  Command,
  Intent,
  Order,
  OrderAccepted,
  OrderCancelled,
  OrderExpired,
  OrderFilled,
  OrderRejected,
  OrderUnknown,
  PlaceIntent,
  RiskLimits,
  SpotInstrument,
  Strategy,
  StrategyFacts,
  TradingEvent,
} from '@org/domain';
import { amount, BUILT_IN_INSTRUMENTS, notional, price, quantity, toPrice, toQuantity } from '@org/domain';
import type { Desk } from '../lib/state/desk.ts';
import type { TradingSetup } from '../lib/state/trading-setup.ts';
import { openDesk } from '../lib/state/desk.ts';
import { startTrading } from '../lib/state/start-trading.ts';
import type { TradingState } from '../lib/state/trading-state.ts';
import { tradingStep } from '../lib/trading-step/trading-step.ts';

/** All limits off: what a strategy wants, it gets. */
export const OPEN_LIMITS: RiskLimits = {
  amountPerTrade: 1,
  riskPerTrade: null,
  stopLoss: null,
  takeProfitRatio: null,
  maxPosition: null,
  maxOpenOrders: null,
  dailyLoss: null,
  maxDrawdown: null,
};

export const MINUTE_MS = 60_000;

function builtIn(symbol: string): SpotInstrument {
  const instrument = BUILT_IN_INSTRUMENTS.get(symbol);
  if (instrument === undefined) throw new RangeError(`no built-in rules for ${symbol}`);
  return instrument;
}

export const BTCUSDT = builtIn('BTCUSDT');
export const ETHUSDT = builtIn('ETHUSDT');

/** A strategy over one-minute BTCUSDT bars that wants what `decide` says; its memory counts its decisions. */
export function scriptedStrategy(
  decide: (facts: StrategyFacts, decisions: number) => readonly Intent[],
  overrides: Partial<Strategy> = {},
): Strategy {
  return {
    id: 'scripted',
    name: 'scripted',
    inputs: [{ kind: 'candles', symbol: 'BTCUSDT', interval: '1m' }],
    protection: 'position',
    wantsOrderEvents: false,
    initialState: 0,
    decide: (state, facts) => {
      const decisions = typeof state === 'number' ? state : 0;
      return { state: decisions + 1, intents: decide(facts, decisions) };
    },
    ...overrides,
  };
}

/** One-minute bar number `bar` after the epoch, flat at `close`. */
export function closedBar(bar: number, close: number, symbol = 'BTCUSDT'): CandleClosed {
  const candle: Candle = {
    openTime: bar * MINUTE_MS,
    open: close,
    high: close,
    low: close,
    close,
    volume: 1,
  };
  return { kind: 'candleClosed', time: (bar + 1) * MINUTE_MS, symbol, interval: '1m', candle, values: [] };
}

/** What a test's strategy mostly wants: 1,000 USDT of BTC at the market, under the name `main`. */
export const BUY: PlaceIntent = {
  kind: 'place',
  slot: 'main',
  symbol: 'BTCUSDT',
  side: 'buy',
  size: { by: 'quote', quote: 1_000 },
  pricing: { type: 'market' },
  reason: 'test',
};

/** All of it back, at the market. */
export const SELL: PlaceIntent = { ...BUY, side: 'sell', size: { by: 'position' } };

/** A resting buy of so much BTC. */
export function limitBuy(slot: string, limit: number, size: number): PlaceIntent {
  return { ...BUY, slot, size: { by: 'quantity', quantity: size }, pricing: { type: 'limit', price: limit } };
}

/** A resting sell of so much BTC. */
export function limitSell(slot: string, limit: number, size: number): PlaceIntent {
  return { ...limitBuy(slot, limit, size), side: 'sell' };
}

/** A strategy that wants one list of intents after the other, one list a decision. */
export function wanting(lists: readonly (readonly Intent[])[], overrides: Partial<Strategy> = {}): Strategy {
  return scriptedStrategy((_facts, decisions) => lists[decisions] ?? [], overrides);
}

export function accepted(clientOrderId: string, time = MINUTE_MS): OrderAccepted {
  return { kind: 'orderAccepted', time, symbol: 'BTCUSDT', clientOrderId };
}

export function rejected(clientOrderId: string, time = MINUTE_MS): OrderRejected {
  return { kind: 'orderRejected', time, symbol: 'BTCUSDT', clientOrderId, reason: 'no' };
}

export function unanswered(clientOrderId: string, time = MINUTE_MS): OrderUnknown {
  return { kind: 'orderUnknown', time, symbol: 'BTCUSDT', clientOrderId };
}

export function cancelled(clientOrderId: string, time = MINUTE_MS): OrderCancelled {
  return { kind: 'orderCancelled', time, symbol: 'BTCUSDT', clientOrderId };
}

export function expired(clientOrderId: string, time = MINUTE_MS): OrderExpired {
  return { kind: 'orderExpired', time, symbol: 'BTCUSDT', clientOrderId, reason: 'by its rules' };
}

/** A trade of ours without fee; price in quote, size in base. */
export function fillOf(
  clientOrderId: string,
  facts: {
    time: number;
    tradeId: number;
    price: number;
    size: number;
    complete?: boolean;
    fee?: bigint;
    feeAsset?: string;
  },
): OrderFilled {
  const ticks = price(toPrice(facts.price, BTCUSDT, 'down'));
  const lots = quantity(toQuantity(facts.size, BTCUSDT, 'down'));
  return {
    kind: 'orderFilled',
    time: facts.time,
    symbol: 'BTCUSDT',
    clientOrderId,
    tradeId: facts.tradeId,
    price: ticks,
    quantity: lots,
    notional: notional(ticks, lots, BTCUSDT),
    fee: amount(facts.fee ?? 0n),
    feeAsset: facts.feeAsset ?? 'BTC',
    liquidity: 'taker',
    complete: facts.complete ?? true,
    note: null,
  };
}

/** A session in which a test tells every event and sees every command. */
export class Session {
  readonly desk: Desk;
  state: TradingState;
  commands: Command[] = [];
  #trades = 0;

  constructor(
    strategies: readonly Strategy[],
    limits: RiskLimits = OPEN_LIMITS,
    instruments: readonly SpotInstrument[] = [BTCUSDT],
    deposits: TradingSetup['deposits'] = [{ asset: 'USDT', amount: amount(10_000n * 100_000_000n) }],
  ) {
    this.desk = openDesk({
      allocations: strategies.map((strategy) => ({ strategy, share: 1 / strategies.length })),
      instruments,
      limits,
      deposits,
      orderIdPrefix: 'os',
    });
    this.state = startTrading(this.desk, 0);
  }

  /** Takes one order's fill: `size` of base at `price`. */
  fill(
    clientOrderId: string,
    size: number,
    price: number,
    facts: { complete?: boolean; fee?: bigint; feeAsset?: string } = {},
  ): readonly Command[] {
    this.#trades += 1;
    const { time } = this.state;
    return this.take(fillOf(clientOrderId, { time, tradeId: this.#trades, price, size, ...facts }));
  }

  /** What is working: client order id, purpose, state. */
  get working(): readonly string[] {
    return this.state.orders.map(
      ({ clientOrderId, purpose, state }) => `${clientOrderId} ${purpose} ${state.kind}`,
    );
  }

  /** Takes events one after the other; gives the commands of the last. */
  take(...events: readonly TradingEvent[]): readonly Command[] {
    let last: readonly Command[] = [];
    for (const event of events) {
      const { state, commands } = tradingStep(this.desk, this.state, event);
      this.state = state;
      this.commands.push(...commands);
      last = commands;
    }
    return last;
  }
}

/** Commands in few words: `place os-1 entry`, `pair os-2 os-3`, `cancel os-1`, `refused slot`, `alert late-fill`. */
export function brief(commands: readonly Command[]): readonly string[] {
  return commands.map((command) => {
    switch (command.kind) {
      case 'place':
        return `place ${command.clientOrderId} ${command.purpose}`;
      case 'placePair':
        return `pair ${command.stop.clientOrderId} ${command.target.clientOrderId}`;
      case 'cancel':
        return `cancel ${command.clientOrderId}`;
      case 'refused':
        return `refused ${command.refusals.map(({ limit }) => limit).join(' ')}`;
      case 'alert':
        return `alert ${command.code}`;
      default:
        return command.kind;
    }
  });
}

/** A resting limit buy of 0.01 BTC at 50,000 that is in flight. */
export function anOrder(facts: Partial<Order>): Order {
  return {
    clientOrderId: 'os-1',
    sequence: 1,
    strategyId: 'scripted',
    slot: 'main',
    symbol: 'BTCUSDT',
    purpose: 'entry',
    request: {
      type: 'limit',
      side: 'buy',
      quantity: quantity(1_000),
      price: price(5_000_000),
      postOnly: false,
    },
    pairedWith: null,
    plan: null,
    reason: 'test',
    placedTime: 0,
    filled: quantity(0),
    reserved: amount(50_000_000_000n),
    attempt: 1,
    lastTradeId: -1,
    state: { kind: 'pendingNew', thenCancel: false },
    ...facts,
  };
}
