import type { Amount, Position } from '@org/domain';
import { amount, amountValue, ZERO } from '@org/domain';
import { unreservedUnits } from '../orders/free-funds.ts';
import type { Desk, Market, Seat } from '../state/desk.ts';
import type { Worker } from '../state/trading-state.ts';
import type { Turn } from '../trading-step/turn.ts';
import { withItem } from '../state/draft.ts';
import { indexOfSymbol } from './position.ts';

/**
 * A fee in an asset that the trade did not bring in, such as BNB, is paid from what the account holds of it beside the
 * positions of its strategies. Where that was not enough, the positions shrink by the rest, that of the payer first and
 * what no order has reserved before all else: what a strategy believes to hold must be there when its stop sells it.
 */
export function payFromPositions(desk: Desk, turn: Turn, payer: Seat, feeAsset: string): void {
  const market = desk.markets.find(({ instrument }) => instrument.base.code === feeAsset);
  if (market === undefined) return;
  let missing = owned(turn.state.workers, market) - held(turn, feeAsset);
  if (missing <= 0n) return;
  const seats = [payer, ...desk.seats.filter((other) => other !== payer)];
  for (const seat of seats)
    missing -= shrink(turn, seat, market, least(missing, unreservedUnits(turn, seat, market)));
  for (const seat of seats) missing -= shrink(turn, seat, market, missing);
}

function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

/** What the strategies hold of a market together. */
function owned(workers: readonly Worker[], { instrument }: Market): bigint {
  let units = 0n;
  for (const { positions } of workers) {
    for (const position of positions) if (position.symbol === instrument.symbol) units += position.units;
  }
  return units;
}

function held({ state }: Turn, asset: string): Amount {
  return state.account.balances.find((balance) => balance.asset === asset)?.total ?? ZERO;
}

/** Takes up to so many units off a strategy's position, and gives how many. */
function shrink(turn: Turn, { index }: Seat, { instrument }: Market, most: bigint): bigint {
  if (most <= 0n) return 0n;
  const worker = turn.state.workers[index];
  const at = worker === undefined ? -1 : indexOfSymbol(worker.positions, instrument.symbol);
  const before = worker?.positions[at];
  if (worker === undefined || before === undefined || before.units <= 0n) return 0n;
  const taken = least(before.units, most);
  const units = amount(before.units - taken);
  const position: Position = {
    symbol: before.symbol,
    units,
    size: amountValue(units, instrument.base),
    averagePrice: units < instrument.unitsPerLot ? 0 : before.averagePrice,
    openedTime: before.openedTime,
  };
  const { memory, cash, positions } = worker;
  turn.replaceWorker(index, { memory, cash, positions: withItem(positions, at, position) });
  return taken;
}
