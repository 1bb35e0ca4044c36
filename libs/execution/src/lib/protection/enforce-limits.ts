import type { Position } from '@org/domain';
import { INTERVAL_MS } from '@org/domain';
import type { RiskState } from '@org/risk';
import { enterDay, haltName, inventoryBreach, observeEquity } from '@org/risk';
import { positionOf } from '../portfolio/position.ts';
import { cancelOrder } from '../routing/cancel.ts';
import type { Desk, Market } from '../state/desk.ts';
import type { Turn } from '../trading-step/turn.ts';
import { flatten } from './flatten.ts';

/** A constant of our own: the global one is a property, and makes an object of every number that stands beside it. */
const NEVER = NaN;

/**
 * Shows risk the equity where the event has marked it anew, and acts on what risk has found since the step before: a
 * new halt cancels entry orders (exits stay), and the kill switch may sell everything. The kill switch pulled again tries
 * again.
 *
 * @param before what risk remembered before the event
 * @param isPulled whether the event is the kill switch
 */
export function enforceLimits(desk: Desk, turn: Turn, before: RiskState, isPulled: boolean): void {
  if (turn.isMarked) watchEquity(desk, turn);
  const { risk } = turn.state;
  if (isPulled || (risk !== before && risk.halt !== before.halt)) onHalt(desk, turn);
}

/**
 * The same for the bar of a market. Markets that close at one moment tell their prices one after the other, and what the account
 * seems to be worth between two of them it never was: risk looks when the last has come. A market that told nothing when its
 * bar before was due is not waited for, so one that falls silent holds the limits back for a single bar.
 */
export function enforceLimitsAtClose(
  desk: Desk,
  turn: Turn,
  before: RiskState,
  market: Market,
  time: number,
): void {
  if (!isAwaitingOthers(desk, turn, market, time)) return enforceLimits(desk, turn, before, false);
  const { risk } = turn.state;
  const entered = enterDay(risk, time, turn.equityBefore);
  if (entered !== risk) turn.edit().risk = entered;
}

/** Whether a bar of another market closes at this time as well, and has yet to come. */
function isAwaitingOthers({ feeds }: Desk, { state }: Turn, { instrument }: Market, time: number): boolean {
  // Bars mostly come in the order of the feeds, so that the last one is the one to wait for.
  for (let at = feeds.length - 1; at >= 0; at--) {
    const feed = feeds[at];
    if (feed === undefined || feed.symbol === instrument.symbol) continue;
    if ((state.barTimes[at] ?? NEVER) + INTERVAL_MS[feed.interval] === time) return true;
  }
  return false;
}

function watchEquity({ limits }: Desk, turn: Turn): void {
  const { risk } = turn.state;
  const observed = observeEquity(risk, limits, turn);
  if (observed !== risk) turn.edit().risk = observed;
}

function onHalt(desk: Desk, turn: Turn): void {
  const { halt } = turn.state.risk;
  if (halt.kind === 'none') return;
  const observed =
    halt.kind === 'killSwitch'
      ? halt.reason
      : `observed ${percent(halt.observed)}, allowed ${percent(halt.limit)}`;
  turn.alert(
    halt.kind === 'killSwitch' ? 'kill-switch' : 'limit-breached',
    `${haltName(halt)}: ${observed}; no new entries`,
  );
  const entries = turn.state.orders.filter(({ purpose }) => purpose === 'entry');
  for (const order of entries) cancelOrder(turn, order, `${haltName(halt)} stops entries`);
  if (halt.kind !== 'killSwitch' || halt.mode !== 'flatten') return;
  for (const seat of desk.seats)
    for (const market of desk.markets) flatten(desk, turn, seat, market, halt.reason);
}

/** A fraction as a person reads it: 0.2531 is `25.31%`. Its places tell what is just beyond a limit from the limit. */
function percent(fraction: number): string {
  return `${Number((fraction * 100).toFixed(4))}%`;
}

/** Sells an inventory that has lost too much when its market's bar closes. */
export function watchInventory(desk: Desk, turn: Turn, market: Market): void {
  for (const seat of desk.inventorySeats) {
    const position = positionOf(turn.state, seat, market.instrument.symbol);
    if (position.size === 0) continue;
    const breach = inventoryBreach(position, turn.state.marks[market.index] ?? Number.NaN, desk.limits);
    if (breach !== null && isSellable(position, market, turn))
      flatten(desk, turn, seat, market, breach.reason);
  }
}

/** Whether the exchange would take the sale: what is worth less than the least order can only be kept. */
function isSellable(position: Position, { index, instrument }: Market, { state }: Turn): boolean {
  return position.size * (state.marks[index] ?? 0) >= instrument.factors.minNotional;
}
