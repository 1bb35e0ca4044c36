import type { Candle, Rng, Side } from '@org/domain';
import type { SymbolGrid } from '../../exchange/symbol-grid.ts';
import { barPath, priceAt } from '../bar-path/bar-path.ts';
import { nearestLots, nearestTicks } from './nearest-steps.ts';

/** A trade that a bar is made of. */
export interface Print {
  /** ms UTC, after the bar's open time and before its close. */
  readonly time: number;
  readonly ticks: number;
  readonly lots: number;
  /** The taker's, where nobody's order decides otherwise: it goes the way the price goes. */
  readonly side: Side;
}

/** How evenly a bar's volume is spread: each trade has from 1 to 1 + this parts of it. */
const UNEVENNESS = 4;

/**
 * The trades of a bar, at most `trades` of them and at least its turns: they begin at the open, touch high and low, stay
 * between them and end at the close, and their lots add up to the volume. A bar with fewer lots than turns gets one lot a
 * turn, since a price that nobody traded at is no price; no real bar is like that. A bar without volume has no trades.
 */
export function printsOf(
  candle: Candle,
  grid: SymbolGrid,
  bar: { readonly lengthMs: number; readonly trades: number; readonly rng: Rng },
): readonly Print[] {
  const lots = nearestLots(candle.volume, grid);
  if (lots === 0) return [];
  const points = pointsOf(candle, grid, bar.trades, lots);
  const shares = split(Math.max(lots, points.length), points.length, bar.rng);
  return points.map(({ moment, ticks }, index) => ({
    time: candle.openTime + 1 + Math.floor(moment * (bar.lengthMs - 2)),
    ticks,
    lots: shares[index] ?? 0,
    side: sideOf(ticks - (points[index - 1]?.ticks ?? ticks), bar.rng),
  }));
}

interface Point {
  readonly moment: number;
  readonly ticks: number;
}

function pointsOf(
  { open, high, low, close }: Candle,
  grid: SymbolGrid,
  trades: number,
  lots: number,
): Point[] {
  const ticks = (value: number): number => nearestTicks(value, grid);
  const path = barPath(ticks(open), ticks(high), ticks(low), ticks(close));
  const turns = path.turns.map((turn, index) => ({ moment: path.moments[index] ?? 0, ticks: turn }));
  if (lots < trades) return turns.filter((turn, index) => turn.ticks !== turns[index - 1]?.ticks);
  const between = trades - turns.length;
  const others = Array.from({ length: between }, (_, index) => {
    const moment = (index + 1) / (between + 1);
    return { moment, ticks: Math.round(priceAt(path, moment)) };
  });
  return [...turns, ...others].sort((a, b) => a.moment - b.moment);
}

function sideOf(move: number, rng: Rng): Side {
  if (move === 0) return rng.uniform() < 0.5 ? 'buy' : 'sell';
  return move > 0 ? 'buy' : 'sell';
}

/** Cuts `lots` into whole parts of at least one that add up to it. */
function split(lots: number, parts: number, rng: Rng): number[] {
  const weights = Array.from({ length: parts }, () => 1 + UNEVENNESS * rng.uniform());
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const spare = lots - parts;
  let weighed = 0;
  let given = 0;
  return weights.map((weight, index) => {
    weighed += weight;
    const due = index === parts - 1 ? spare : Math.floor((spare * weighed) / whole);
    const part = 1 + due - given;
    given = due;
    return part;
  });
}
