import type { Memory } from '../indicator/memory.ts';
import { refreshEvery } from './moving-sum.ts';
import { meanFrom } from './moving-variance.ts';

/** See MovingVariance: the same anchors and the same fresh sums, for two series. */
const worstCancellation = 1e4;

/**
 * The cells: pairs taken; both anchors; the sums of the distances from them, of their squares and of their products; the
 * highest that the squares have been; the place of the oldest pair, and from `ring` on the values of one series and then
 * those of the other.
 */
const [seen, anchorX, anchorY, ofX, ofY] = [0, 1, 2, 3, 4];
const [ofXx, ofYy, ofXy, peakX, peakY, oldest, ring] = [5, 6, 7, 8, 9, 10, 11];

/** How two series move together over a window, as sums of products of the distances to the window's means. */
export class MovingCovariance {
  readonly #memory: Memory;
  readonly #at: number;
  readonly #period: number;

  constructor(memory: Memory, period: number) {
    this.#memory = memory;
    this.#at = memory.claim(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    memory.ring(period);
    memory.window(period);
    this.#period = period;
  }

  get xx(): number {
    return Math.max(this.#spread(this.#memory.base + this.#at, ofXx, ofX, ofX), 0);
  }

  get yy(): number {
    return Math.max(this.#spread(this.#memory.base + this.#at, ofYy, ofY, ofY), 0);
  }

  get xy(): number {
    return this.#spread(this.#memory.base + this.#at, ofXy, ofX, ofY);
  }

  /** Takes the next pair; true when the window is full. A pair with a NaN before the first one is passed over. */
  next(x: number, y: number): boolean {
    if (x !== x || y !== y) return false;
    const { cells, base } = this.#memory;
    const at = base + this.#at;
    const period = this.#period;
    const place = cells[at + oldest]! | 0;
    const count = cells[at + seen]!;
    const goneX = cells[at + ring + place]!;
    const goneY = cells[at + ring + period + place]!;
    cells[at + ring + place] = x;
    cells[at + ring + period + place] = y;
    cells[at + oldest] = place + 1 === period ? 0 : place + 1;
    cells[at + seen] = count + 1;
    if (count + 1 < period) return false;
    if (count + 1 === period || count % refreshEvery === 0) this.#refresh(cells, at);
    else {
      add(cells, at, x, y, 1);
      add(cells, at, goneX, goneY, -1);
      cells[at + peakX] = Math.max(cells[at + peakX]!, cells[at + ofXx]!);
      cells[at + peakY] = Math.max(cells[at + peakY]!, cells[at + ofYy]!);
      const isLost =
        this.#spread(at, ofXx, ofX, ofX) * worstCancellation < cells[at + peakX]! ||
        this.#spread(at, ofYy, ofY, ofY) * worstCancellation < cells[at + peakY]!;
      if (isLost) this.#refresh(cells, at);
    }
    return true;
  }

  /** A sum of products, moved from the anchors to the means. */
  #spread(at: number, products: number, first: number, second: number): number {
    const { cells } = this.#memory;
    return cells[at + products]! - (cells[at + first]! * cells[at + second]!) / this.#period;
  }

  #refresh(cells: Float64Array, at: number): void {
    const period = this.#period;
    const place = cells[at + oldest]! | 0;
    cells[at + anchorX] = meanFrom(cells, at + ring, period, place);
    cells[at + anchorY] = meanFrom(cells, at + ring + period, period, place);
    cells.fill(0, at + ofX, at + ofXy + 1);
    for (let i = 0; i < period; i += 1) {
      const now = at + ring + (place + i < period ? place + i : place + i - period);
      add(cells, at, cells[now]!, cells[now + period]!, 1);
    }
    cells[at + peakX] = cells[at + ofXx]!;
    cells[at + peakY] = cells[at + ofYy]!;
  }
}

/** Adds a pair to the sums, or takes it off. */
function add(cells: Float64Array, at: number, valueX: number, valueY: number, sign: 1 | -1): void {
  const x = valueX - cells[at + anchorX]!;
  const y = valueY - cells[at + anchorY]!;
  cells[at + ofX]! += sign * x;
  cells[at + ofY]! += sign * y;
  cells[at + ofXx]! += sign * x * x;
  cells[at + ofYy]! += sign * y * y;
  cells[at + ofXy]! += sign * x * y;
}
