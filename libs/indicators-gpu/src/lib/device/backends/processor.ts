import { keyed } from '../../indicator/keyed.ts';
import { fieldOf } from '../input/job.ts';
import type { Job } from '../input/job.ts';
import type { Market } from '../input/market.ts';
import type { Block } from '../input/packing.ts';
import type { Engine, Outputs } from './engine.ts';

/** This library's own loops: 64-bit, rounded once at the end. They need no other package and know every indicator. */
export class Processor implements Engine {
  readonly backend = 'cpu';
  readonly blockBytes = 2 ** 28;

  compute(jobs: readonly Job[], market: Market, block: Block): Promise<readonly Outputs[]> {
    return Promise.resolve(jobs.map((job) => computeJob(job, market, block)));
  }

  dispose(): Promise<void> {
    return Promise.resolve();
  }
}

/** One job for a block of series. */
export function computeJob(job: Job, market: Market, block: Block): Outputs {
  const { row, sets, source } = job;
  const { bars } = market;
  const results = keyed(row.outputs, () => new Float32Array(block.series * sets.length * bars));
  const columns = keyed(row.outputs, () => new Float64Array(bars));
  for (let s = 0; s < block.series; s += 1) {
    const from = (block.first + s) * bars;
    const input = Object.fromEntries(
      row.inputs.map((field) => {
        const read = fieldOf(job, field);
        return [read, market.column(read).subarray(from, from + bars)];
      }),
    );
    sets.forEach((set, k) => {
      row.fill(input, columns, set, source);
      for (const name of row.outputs) results[name]?.set(columns[name] ?? [], (s * sets.length + k) * bars);
    });
  }
  return results;
}
