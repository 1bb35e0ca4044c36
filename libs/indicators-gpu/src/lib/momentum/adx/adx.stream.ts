import type { Memory } from '../../indicator/memory.ts';
import { directedMove } from './directed-move.ts';

/** The cells: the prices of the bar before, moves so far, both sums of them, strengths so far, and their average. */
const [highCell, lowCell, moved, differenceCell, sumCell, seen, average] = [0, 1, 2, 3, 4, 5, 6];

/**
 * The average directional index, one bar at a time. Of the moves up and down it keeps the difference and the sum, which are
 * all that counts, and twice as large as they are.
 */
export class DirectionalIndex {
  readonly #memory: Memory;
  readonly #at: number;
  readonly #period: number;
  readonly #keep: number;

  constructor(memory: Memory, period: number) {
    this.#memory = memory;
    this.#at = memory.claim(NaN, NaN, 0, 0, 0, 0, 0);
    this.#period = period;
    this.#keep = (period - 1) / period;
  }

  next(high: number, low: number): number {
    const { cells, base } = this.#memory;
    const at = base + this.#at;
    const higher = high - cells[at + highCell]!;
    const lower = cells[at + lowCell]! - low;
    cells[at + highCell] = high;
    cells[at + lowCell] = low;
    if (higher !== higher) return NaN;
    const move = directedMove(higher, lower);
    const moves = cells[at + moved]! + 1;
    const keep = moves < this.#period ? 1 : this.#keep;
    const difference = cells[at + differenceCell]! * keep + move;
    const sum = cells[at + sumCell]! * keep + Math.abs(move);
    cells[at + moved] = moves;
    cells[at + differenceCell] = difference;
    cells[at + sumCell] = sum;
    return moves < this.#period ? NaN : this.#smooth(cells, at, difference, sum);
  }

  #smooth(cells: Float64Array, at: number, difference: number, sum: number): number {
    const period = this.#period;
    const part = sum === 0 ? 0 : (Math.abs(difference) / sum) * (100 / period);
    if (cells[at + seen]! < period) {
      cells[at + seen]! += 1;
      cells[at + average]! += part;
      return cells[at + seen]! < period ? NaN : cells[at + average]!;
    }
    if (sum !== 0) cells[at + average] = cells[at + average]! * this.#keep + part;
    return cells[at + average]!;
  }
}
