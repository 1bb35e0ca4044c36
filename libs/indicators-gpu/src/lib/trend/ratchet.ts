import type { Memory } from '../indicator/memory.ts';

/** The cells: the bands and the close of the bar before; and the side, 1 while long, -1 while short. */
const [upperCell, lowerCell, closeCell, sideCell] = [0, 1, 2, 3];

/**
 * The trailing band of Supertrend and of the ATR trailing stop: below the price it only rises, above it only falls, until
 * the close crosses it.
 */
export class Ratchet {
  readonly #memory: Memory;
  readonly #at: number;

  constructor(memory: Memory) {
    this.#memory = memory;
    this.#at = memory.claim(NaN, NaN, NaN, 0);
  }

  /** The side is guessed for the first bar only: 1 when the price stands high, -1 when low. */
  next(upper: number, lower: number, close: number, firstSide: 1 | -1): void {
    const { cells, base } = this.#memory;
    const at = base + this.#at;
    const lastClose = cells[at + closeCell]!;
    const lastUpper = cells[at + upperCell]!;
    const lastLower = cells[at + lowerCell]!;
    const ceiling = !(upper >= lastUpper) || lastClose > lastUpper ? upper : lastUpper;
    const floor = !(lower <= lastLower) || lastClose < lastLower ? lower : lastLower;
    const side = cells[at + sideCell] === 0 ? firstSide : cells[at + sideCell]!;
    cells[at + upperCell] = ceiling;
    cells[at + lowerCell] = floor;
    cells[at + sideCell] = close <= (side > 0 ? floor : ceiling) ? -1 : 1;
    cells[at + closeCell] = close;
  }

  /** 1 while long, -1 while short. */
  get side(): number {
    return this.#memory.cells[this.#memory.base + this.#at + sideCell]!;
  }

  /** The band that counts: the lower one while long. */
  stop(): number {
    return this.#memory.cells[this.#memory.base + this.#at + (this.side > 0 ? lowerCell : upperCell)]!;
  }
}
