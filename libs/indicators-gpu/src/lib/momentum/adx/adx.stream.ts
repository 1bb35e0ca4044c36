import type { Memory } from '../../indicator/memory.ts';
import { DirectionalMovement } from '../directional-movement.ts';

/** The cells: strengths taken to begin with, and their average. */
const [seen, average] = [0, 1];

/** The average directional index, one bar at a time. */
export class DirectionalIndex {
  readonly #memory: Memory;
  readonly #movement: DirectionalMovement;
  readonly #at: number;
  readonly #period: number;

  constructor(memory: Memory, period: number) {
    this.#memory = memory;
    this.#movement = new DirectionalMovement(memory, period);
    this.#at = memory.claim(0, 0);
    this.#period = period;
  }

  next(high: number, low: number, close: number): number {
    const movement = this.#movement;
    if (!movement.next(high, low, close)) return NaN;
    const { up, down } = movement;
    const both = up + down;
    const period = this.#period;
    const strength = both === 0 ? 0 : Math.abs(up - down) / both;
    const { cells, base } = this.#memory;
    const at = base + this.#at;
    if (cells[at + seen]! < period) {
      cells[at + seen]! += 1;
      cells[at + average]! += strength * (100 / period);
      return cells[at + seen]! < period ? NaN : cells[at + average]!;
    }
    if (both === 0) return cells[at + average]!;
    const now = cells[at + average]! * ((period - 1) / period) + strength * (100 / period);
    cells[at + average] = now;
    return now;
  }
}
