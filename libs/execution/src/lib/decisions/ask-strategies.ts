import type { CandleClosed, CandlesMissing, Decision, TradingEvent } from '@org/domain';
import { isBarBoundary } from '@org/domain';
import type { OtherEvent } from '../portfolio/observe.ts';
import type { IntentRouter } from '../routing/route-intents.ts';
import type { BarPlace, Desk, Seat } from '../state/desk.ts';
import { findSeat } from '../state/desk.ts';
import type { Facts } from './facts.ts';
import type { Turn } from '../trading-step/turn.ts';

/** Asks every strategy that an event other than a bar or a report about an order concerns, and routes what it wants. */
export function askStrategies(desk: Desk, turn: Turn, event: OtherEvent, route: IntentRouter): void {
  switch (event.kind) {
    case 'candlesMissing':
      return onMissing(desk, turn, event, route);
    case 'timerFired':
    case 'computed':
      return askById(desk, turn, event, event.strategyId, route);
    case 'bookChanged':
      return askListeners(desk, turn, event, 'book', event.symbol, route);
    case 'traded':
      return askListeners(desk, turn, event, 'trades', event.symbol, route);
    default:
      return;
  }
}

/**
 * Asks every strategy that listens to a bar. One over several bars decides once per time slice: when all bars that are due
 * have come, or when the rest is named as missing.
 */
export function askAboutBar(
  desk: Desk,
  turn: Turn,
  place: BarPlace,
  bar: CandleClosed,
  route: IntentRouter,
): void {
  if (place.soleSeat === null) askAll(desk, turn, place, bar, route);
  else askSole(desk, turn, place.soleSeat, bar, route);
}

/** Asks the only one who listens to a bar. Most bars of a backtest end here, at a decision that is known. */
export function askSole(desk: Desk, turn: Turn, seat: Seat, bar: CandleClosed, route: IntentRouter): void {
  const facts = turn.factsFor(seat);
  const decision = facts.decideOn(bar);
  if (decision !== facts.quiet) act(desk, turn, seat, facts, decision, route);
}

function askAll(desk: Desk, turn: Turn, { feed }: BarPlace, bar: CandleClosed, route: IntentRouter): void {
  for (const at of feed?.seats ?? []) {
    const seat = desk.seats[at];
    if (seat !== undefined && (seat.hasOneFeed || isComplete(turn, seat, bar.time))) {
      ask(desk, turn, seat, bar, route);
    }
  }
}

/** Whether every bar of the strategy that is due at this time has come. */
function isComplete(turn: Turn, seat: Seat, time: number): boolean {
  return seat.feeds.every(
    ({ index, interval }) => !isBarBoundary(time, interval) || turn.state.barTimes[index] === time,
  );
}

function onMissing(desk: Desk, turn: Turn, event: CandlesMissing, route: IntentRouter): void {
  for (const seat of desk.seats) {
    if (seat.feeds.length < 2) continue;
    const concerned = seat.feeds.some((feed) =>
      event.missing.some(({ symbol, interval }) => symbol === feed.symbol && interval === feed.interval),
    );
    const some = seat.feeds.some(({ index }) => turn.state.barTimes[index] === event.time);
    if (concerned && some) ask(desk, turn, seat, event, route);
  }
}

function askById(desk: Desk, turn: Turn, event: TradingEvent, id: string, route: IntentRouter): void {
  const seat = findSeat(desk, id);
  if (seat !== undefined) ask(desk, turn, seat, event, route);
}

function askListeners(
  desk: Desk,
  turn: Turn,
  event: TradingEvent,
  kind: 'book' | 'trades',
  symbol: string,
  route: IntentRouter,
): void {
  for (const seat of desk.seats) {
    if (!seat.strategy.inputs.some((input) => input.kind === kind && input.symbol === symbol)) continue;
    ask(desk, turn, seat, event, route);
  }
}

/** Asks one strategy; `slot` is that of the order that the event is about. */
export function ask(
  desk: Desk,
  turn: Turn,
  seat: Seat,
  event: TradingEvent,
  route: IntentRouter,
  slot: string | null = null,
): void {
  const facts = turn.factsFor(seat);
  facts.tell(event, slot);
  act(desk, turn, seat, facts, seat.strategy.decide(facts.memory, facts), route);
}

/** Does what a decision comes to. */
export function act(
  desk: Desk,
  turn: Turn,
  seat: Seat,
  facts: Facts,
  decision: Decision,
  route: IntentRouter,
): void {
  const { state, intents } = decision;
  if (state !== facts.memory) {
    facts.memory = state;
    turn.remember(seat, state);
  }
  facts.quiet = intents.length > 0 ? null : decision;
  if (intents.length > 0) route(desk, turn, seat, intents);
}
