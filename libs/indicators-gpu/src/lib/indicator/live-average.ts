import type { CellAverage } from '../smoothing/moving-average.ts';
import type { LooseBar } from './bar.ts';
import { Live } from './live.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * A stream of its own for an average or index that is fed with bare numbers more than anything else: see LiveLine. It keeps
 * the cells that change with every bar in fields, which are reached in fewer steps, and takes a usual bar by itself; all
 * else it leaves to the step, with the fields brought back into the cells.
 */
export abstract class LiveAverage extends Live<CellAverage> {
  abstract next(bar: number | LooseBar): number;

  override snapshot(): Snapshot {
    this.store();
    return super.snapshot();
  }

  override restore(saved: Snapshot): void {
    super.restore(saved);
    this.fetch();
  }

  override reset(): void {
    super.reset();
    this.fetch();
  }

  /** Writes the fields into the cells. */
  protected abstract store(): void;

  /** Reads the fields out of the cells. */
  protected abstract fetch(): void;

  /** The next bar, whatever it is. */
  protected takeBar(bar: number | LooseBar): number {
    if (typeof bar !== 'number') return this.next(bar.close ?? NaN);
    if (bar - bar !== 0) {
      this.reset();
      return NaN;
    }
    this.store();
    this.isBlank = false;
    const value = this.program.step.take(bar, this.cells, this.at);
    this.fetch();
    return value;
  }
}
