import type { Backend } from '../backend.ts';
import type { Job } from '../input/job.ts';
import type { Market } from '../input/market.ts';
import type { Block } from '../input/packing.ts';

/** The outputs of one job by name: `[series × sets × bars]` values of a block. */
export type Outputs = Readonly<Record<string, Float32Array>>;

/** One way to compute. */
export interface Engine {
  readonly backend: Backend;
  /** Bytes of results that it computes at a time. */
  readonly blockBytes: number;
  /** Computes all jobs for some neighbouring series; the answers are in the order of the jobs. */
  compute(jobs: readonly Job[], market: Market, block: Block): Promise<readonly Outputs[]>;
  dispose(): Promise<void>;
}
