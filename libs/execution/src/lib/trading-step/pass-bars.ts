import type { Decision } from '@org/domain';
import type { Facts } from '../decisions/facts.ts';
import type { BarPlace } from '../state/desk.ts';
import type { BarWalk } from './bar-walk.ts';
import type { Turn } from './turn.ts';

/** A constant of our own: the global one is a property, and makes an object of every number that stands beside it. */
const UNKNOWN = NaN;

/**
 * Takes in the bars of a walk, as `Turn.passBar` does one, and asks the only strategy about each, until it wants something
 * else than before. Gives that decision, undefined at a bar that has yet to be taken in, and null where the walk has ended; it
 * stands at that bar then.
 *
 * Nothing that stands outside is looked up again from bar to bar: what a strategy's code may have done to it the engine
 * cannot know, and after each call it would check the shapes of all objects on the way anew.
 */
export function passBars(
  turn: Turn,
  { marketIndex, feedIndex }: BarPlace,
  walk: BarWalk,
  facts: Facts,
): Decision | undefined | null {
  const { draft, calm } = turn;
  const { bar, cells, toLow, toHigh, toClose, rowStep, lengthMs, end, lastTime, equities } = walk;
  const { calmLow, calmHigh } = walk.calm;
  let { row, point } = walk;
  bar.standFor(row);
  if (draft === null || calm === null || draft.bars[feedIndex] !== bar) return undefined;
  const { marks, barTimes } = draft;
  const { until, low, high } = calm;
  const { quiet } = facts;
  // What is not there makes the comparisons below false.
  const size = draft.account.sizes[marketIndex] ?? UNKNOWN;
  let mark = marks[marketIndex] ?? UNKNOWN;
  let barTime = barTimes[feedIndex] ?? UNKNOWN;
  let { equity } = draft;
  let outcome: Decision | undefined | null = null;
  facts.tellOf(bar);
  for (; row !== end; row += rowStep) {
    const time = (cells[row] ?? UNKNOWN) + lengthMs;
    const lowest = cells[row + toLow] ?? UNKNOWN;
    const highest = cells[row + toHigh] ?? UNKNOWN;
    if (!(lowest > calmLow && highest < calmHigh && time <= lastTime)) break;
    const price = cells[row + toClose] ?? UNKNOWN;
    const marked = equity + size * (price - mark);
    bar.standFor(row);
    if (!(time < until && marked <= high && marked >= low && time > barTime)) {
      outcome = undefined;
      break;
    }
    marks[marketIndex] = price;
    barTimes[feedIndex] = time;
    draft.equity = marked;
    draft.time = time;
    const decision = facts.decide();
    if (decision !== quiet) {
      outcome = decision;
      break;
    }
    equities[point++] = marked;
    mark = price;
    barTime = time;
    equity = marked;
  }
  walk.row = row;
  walk.point = point;
  return outcome;
}
