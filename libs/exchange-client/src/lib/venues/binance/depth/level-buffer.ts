import type { DepthLevels } from '@org/domain';

const FIRST_CAPACITY = 64;

/** One side of a message: arrays that are filled again and again, and grow with the largest message. */
export class LevelBuffer implements DepthLevels {
  count = 0;
  ticks = new Float64Array(FIRST_CAPACITY);
  quantities = new Float64Array(FIRST_CAPACITY);

  /** Makes room for one more level. */
  reserve(): void {
    if (this.count < this.ticks.length) return;
    const { ticks, quantities } = this;
    this.ticks = new Float64Array(ticks.length * 2);
    this.quantities = new Float64Array(quantities.length * 2);
    this.ticks.set(ticks);
    this.quantities.set(quantities);
  }

  push(ticks: number, quantity: number): void {
    this.reserve();
    this.ticks[this.count] = ticks;
    this.quantities[this.count] = quantity;
    this.count++;
  }
}
