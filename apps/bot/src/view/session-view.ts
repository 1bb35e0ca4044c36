import type { Amount, Command, OrderFilled } from '@org/domain';
import { amount, wholeLots } from '@org/domain';
import type { Desk, SteppedEvent, TradingState } from '@org/execution';
import { startTrading } from '@org/execution';

/** What a person is told of a session: its state, and what was counted on the way. */
export interface SessionView {
  /** When the first bar closed that could be traded on, in ms UTC; null before it. */
  readonly firstTime: number | null;
  /** Closed bars of the lowest intervals that could be traded on. */
  readonly bars: number;
  /** Orders sent, each leg of a pair counted. */
  readonly orders: number;
  readonly fills: number;
  /** Positions that were closed down to less than one lot. */
  readonly trades: number;
  readonly cancels: number;
  readonly refusals: number;
  /** By asset, in smallest units. */
  readonly fees: ReadonlyMap<string, Amount>;
  readonly state: TradingState;
}

/** One step as a person may look at it: what was before, what happened, what is now. */
export interface Moment {
  readonly before: SessionView;
  readonly stepped: SteppedEvent;
  readonly view: SessionView;
}

export function startView(desk: Desk): SessionView {
  return {
    ...{ firstTime: null, bars: 0, orders: 0, fills: 0, trades: 0, cancels: 0, refusals: 0 },
    fees: new Map(),
    state: startTrading(desk, 0),
  };
}

/** Counts what a step did. `isBase` tells whether orders are matched on bars of that market and interval. */
export function viewAfter(
  desk: Desk,
  before: SessionView,
  { event, state, commands }: SteppedEvent,
  isBase: (symbol: string, interval: string) => boolean,
): SessionView {
  const bar = event.kind === 'candleClosed' && isBase(event.symbol, event.interval) ? event : null;
  const fill = event.kind === 'orderFilled' ? event : null;
  if (bar === null && fill === null && commands.length === 0 && event.kind !== 'orderCancelled') {
    return { ...before, state };
  }
  return {
    firstTime: before.firstTime ?? bar?.time ?? null,
    bars: before.bars + (bar === null ? 0 : 1),
    orders: before.orders + sum(commands, ordersIn),
    fills: before.fills + (fill === null ? 0 : 1),
    trades: before.trades + (fill !== null && closes(desk, before.state, state, fill) ? 1 : 0),
    cancels: before.cancels + (event.kind === 'orderCancelled' ? 1 : 0),
    refusals: before.refusals + sum(commands, ({ kind }) => (kind === 'refused' ? 1 : 0)),
    fees: fill === null ? before.fees : withFee(before.fees, fill),
    state,
  };
}

function ordersIn({ kind }: Command): number {
  if (kind === 'placePair') return 2;
  return kind === 'place' ? 1 : 0;
}

function sum(commands: readonly Command[], count: (command: Command) => number): number {
  return commands.reduce((total, command) => total + count(command), 0);
}

function withFee(
  fees: ReadonlyMap<string, Amount>,
  { fee, feeAsset }: OrderFilled,
): ReadonlyMap<string, Amount> {
  return new Map([...fees, [feeAsset, amount((fees.get(feeAsset) ?? 0n) + fee)]]);
}

/** Whether a fill left less than one lot of what its strategy held. */
function closes(desk: Desk, before: TradingState, after: TradingState, fill: OrderFilled): boolean {
  const { instrument } = desk.marketBySymbol.get(fill.symbol) ?? {};
  if (instrument === undefined) return false;
  const held = (state: TradingState) =>
    state.workers.map(({ positions }) => {
      const position = positions.find(({ symbol }) => symbol === fill.symbol);
      return position === undefined ? 0 : wholeLots(position.units, instrument);
    });
  const left = held(after);
  return held(before).some((lots, worker) => lots > 0 && left[worker] === 0);
}
