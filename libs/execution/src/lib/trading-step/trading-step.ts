import type { CandleClosed, TradingEvent } from '@org/domain';
import { ask, askAboutBar, askSole, askStrategies } from '../decisions/ask-strategies.ts';
import type { OrderReport } from '../orders/order-lifecycle.ts';
import { observe, observeAcceptance, observeBar, observeReport } from '../portfolio/observe.ts';
import { keepProtected } from '../protection/keep-protected.ts';
import { enforceLimits, enforceLimitsAtClose, watchInventory } from '../protection/enforce-limits.ts';
import { routeIntents } from '../routing/route-intents.ts';
import type { BarPlace, Desk } from '../state/desk.ts';
import { barPlace } from '../state/desk.ts';
import type { TradingState } from '../state/trading-state.ts';
import type { StepResult } from './turn.ts';
import { Turn } from './turn.ts';

/**
 * The trading decision: one event in; the next state, and what to do, out. Pure: no clock, no chance, no I/O, and
 * equal arguments give equal results. The live pipeline runs this very function; the backtest takes the same turns
 * through `TradingRun`.
 *
 * @param desk what the session is made of, from `openDesk`
 * @param state plain data, from `startTrading` or an earlier step
 * @param event not earlier than the events before it
 */
export function tradingStep(desk: Desk, state: TradingState, event: TradingEvent): StepResult {
  const turn = new Turn(desk, state);
  takeTurn(desk, turn, event);
  return turn;
}

/** Updates what is known, lets risk act on it, asks the strategies, and routes what risk approves. */
export function takeTurn(desk: Desk, turn: Turn, event: TradingEvent): void {
  switch (event.kind) {
    case 'orderAccepted':
      if (!observeAcceptance(desk, turn, event)) takeReport(desk, turn, event);
      return;
    case 'orderRejected':
    case 'orderUnknown':
    case 'orderFilled':
    case 'orderCancelled':
    case 'orderExpired':
      return takeReport(desk, turn, event);
    case 'candleClosed':
      return takeBar(desk, turn, barPlace(desk, event.symbol, event.interval), event);
    default: {
      const { risk } = turn.state;
      observe(desk, turn, event);
      enforceLimits(desk, turn, risk, event.kind === 'killSwitch');
      askStrategies(desk, turn, event, routeIntents);
    }
  }
}

/** The same for a report about an order, which tells no price, so that the limits have nothing new to see. */
function takeReport(desk: Desk, turn: Turn, report: OrderReport): void {
  const change = observeReport(desk, turn, report);
  if (change === null) return;
  keepProtected(desk, turn, change);
  const { seat, order } = change;
  if (seat.strategy.wantsOrderEvents) ask(desk, turn, seat, report, routeIntents, order.slot);
}

/**
 * The same for a bar, which moves no order and is by far the most frequent event. Most bars move nothing but a price.
 */
export function takeBar(desk: Desk, turn: Turn, place: BarPlace, bar: CandleClosed): void {
  const { soleSeat } = place;
  if (soleSeat !== null && turn.passBar(place, bar)) askSole(desk, turn, soleSeat, bar, routeIntents);
  else takeWholeBar(desk, turn, place, bar);
}

/** A bar that may be the first, or say something to risk or to several. One that was told before tells nothing. */
export function takeWholeBar(desk: Desk, turn: Turn, place: BarPlace, bar: CandleClosed): void {
  const { risk } = turn.state;
  const isNew = observeBar(turn, place, bar);
  if (!turn.isCalm()) enforceLimitsAtClose(desk, turn, risk, place.market, bar.time);
  if (desk.hasInventories) watchInventory(desk, turn, place.market);
  if (isNew) askAboutBar(desk, turn, place, bar, routeIntents);
}
