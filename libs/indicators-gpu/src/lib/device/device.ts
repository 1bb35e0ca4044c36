import { DeviceError } from '../errors/device-error.ts';
import { keyed } from '../indicator/keyed.ts';
import type { Adapter, Backend } from './backend.ts';
import type { Engine, Outputs } from './backends/engine.ts';
import { bytesPerSeries, readRequest } from './input/job.ts';
import type { DeviceRequest, Job } from './input/job.ts';
import { Market } from './input/market.ts';
import type { DeviceInput } from './input/market.ts';
import type { Block } from './input/packing.ts';
import type { ParameterSet } from './input/parameter-sets.ts';

/** What one request came to. */
export interface DeviceResult {
  readonly indicator: string;
  /** The sets of parameters in the order of the outputs, completed with the defaults. */
  readonly parameterSets: readonly ParameterSet[];
  /** By name `[series × sets × bars]` values, NaN before the warm-up. */
  readonly outputs: Readonly<Record<string, Float32Array>>;
}

/** The answer to one request for some neighbouring series. */
export interface DeviceChunk extends DeviceResult {
  /** The request by its place in the list. */
  readonly request: number;
  readonly firstSeries: number;
  readonly series: number;
}

/** Takes the results piece by piece; the next piece is computed when the promise that it returns is kept. */
export type ChunkTaker = (chunk: DeviceChunk) => void | Promise<void>;

/** Where a device begins, and where it goes when its card is lost or its engine fails. */
export interface Equipment {
  readonly engine: Engine;
  readonly adapter: Adapter | undefined;
  readonly fallback: string | undefined;
  readonly maxResultBytes: number;
  /** Kept with a reason when the card is lost. */
  readonly lost?: Promise<string>;
  /** The engines to go on with, the next best first; where there is none a failure is thrown. */
  readonly next: readonly (() => Engine)[];
  readonly onFallback?: ((reason: string) => void) | undefined;
}

/** Computes indicators for many series and many sets of parameters at once. Made by `createDevice`. */
export class Device {
  /** The largest result that `compute` returns whole, and the largest piece that it hands to `onChunk`, in bytes. */
  readonly maxResultBytes: number;
  readonly #equipment: Equipment;
  #engine: Engine;
  #adapter: Adapter | undefined;
  #fallback: string | undefined;
  #lost: string | undefined;
  #isDisposed = false;
  #nextAt = 0;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(equipment: Equipment) {
    this.maxResultBytes = equipment.maxResultBytes;
    this.#equipment = equipment;
    this.#engine = equipment.engine;
    this.#adapter = equipment.adapter;
    this.#fallback = equipment.fallback;
    void equipment.lost?.then((reason) => {
      // A card that was left for another reason is given back, and is then lost too.
      if (this.#engine === equipment.engine) this.#lost = reason;
    });
  }

  get backend(): Backend {
    return this.#engine.backend;
  }

  /** The graphics card; undefined where none is used. */
  get adapter(): Adapter | undefined {
    return this.#adapter;
  }

  /** Why a better backend is not used; undefined where the best was taken or the one that was asked for. */
  get fallback(): string | undefined {
    return this.#fallback;
  }

  /**
   * Computes every request for every series. Columns are uploaded once and stay on the device between the requests; only
   * the results come back, rounded to 32 bits. Prices are measured from the first one of their series, so that large
   * prices lose nothing. Indicators without a kernel (see `acceleratedIndicators`) are computed by the processor.
   *
   * @example
   * const [result] = await device.compute({ series: 1, bars: close.length, close }, [
   *   { indicator: 'sma', options: { period: [5, 10, 20] } },
   * ]);
   *
   * @throws ColumnError when a column is missing, has not `series × bars` values, or holds one that is not finite.
   * @throws UnknownIndicatorError, OptionError
   * @throws DeviceError when the device was disposed of, the whole is larger than `maxResultBytes` and no `onChunk` is
   * given, or a single series is.
   */
  compute(input: DeviceInput, requests: readonly DeviceRequest[]): Promise<DeviceResult[]>;
  /** The same, handed over piece by piece: the series in their order, and for each piece the requests in theirs. */
  compute(
    input: DeviceInput,
    requests: readonly DeviceRequest[],
    options: { readonly onChunk: ChunkTaker },
  ): Promise<void>;
  async compute(
    input: DeviceInput,
    requests: readonly DeviceRequest[],
    options?: { readonly onChunk: ChunkTaker },
  ): Promise<DeviceResult[] | void> {
    const market = new Market(input);
    const jobs = requests.map(readRequest);
    const turn = this.#queue.then((): Promise<DeviceResult[] | void> =>
      options === undefined
        ? this.#computeWhole(jobs, market)
        : this.#computeChunks(jobs, market, this.maxResultBytes, options.onChunk),
    );
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  /** Frees what the device holds, here and on the card. A second call does nothing. */
  async dispose(): Promise<void> {
    if (this.#isDisposed) return;
    this.#isDisposed = true;
    await this.#queue;
    await this.#engine.dispose();
  }

  async #computeWhole(jobs: readonly Job[], market: Market): Promise<DeviceResult[]> {
    const bytes = bytesPerSeries(jobs, market.bars) * market.series;
    if (bytes > this.maxResultBytes)
      throw tooLarge(bytes, this.maxResultBytes, 'Take it in pieces: give onChunk.');
    const results = jobs.map(({ row, sets }) => ({
      indicator: row.name,
      parameterSets: sets,
      outputs: keyed(row.outputs, () => new Float32Array(market.series * sets.length * market.bars)),
    }));
    await this.#computeChunks(jobs, market, Infinity, ({ request, firstSeries, outputs }) => {
      const result = results[request]!;
      for (const [name, values] of Object.entries(outputs)) {
        result.outputs[name]?.set(values, firstSeries * result.parameterSets.length * market.bars);
      }
    });
    return results;
  }

  async #computeChunks(
    jobs: readonly Job[],
    market: Market,
    mostBytes: number,
    onChunk: ChunkTaker,
  ): Promise<void> {
    const bytes = bytesPerSeries(jobs, market.bars);
    if (bytes > mostBytes) throw tooLarge(bytes, mostBytes, 'Ask for fewer sets of parameters at a time.');
    const most = Math.min(mostBytes, this.#engine.blockBytes);
    const atOnce = Math.max(1, Math.floor(most / Math.max(1, bytes)));
    for (let first = 0; first < market.series; first += atOnce) {
      const block = { first, series: Math.min(atOnce, market.series - first) };
      const answers = await this.#computeBlock(jobs, market, block);
      for (const [request, { row, sets }] of jobs.entries()) {
        const facts = { request, firstSeries: first, series: block.series };
        await onChunk({ ...facts, indicator: row.name, parameterSets: sets, outputs: answers[request]! });
      }
    }
  }

  /** What fails is reported and left; the block is then computed by what comes next. */
  async #computeBlock(jobs: readonly Job[], market: Market, block: Block): Promise<readonly Outputs[]> {
    if (this.#isDisposed) {
      throw new DeviceError('DEVICE_DISPOSED', {
        got: 'a computation after dispose()',
        allowed: 'a device that is still in use',
      });
    }
    if (this.#lost !== undefined) await this.#fallBack(this.#lost);
    for (;;) {
      try {
        return await this.#engine.compute(jobs, market, block);
      } catch (error) {
        const cause = this.#lost ?? (error instanceof Error ? error.message : String(error));
        if (!(await this.#fallBack(cause))) throw error;
      }
    }
  }

  /** Goes on with the next engine; false where there is none. */
  async #fallBack(cause: string): Promise<boolean> {
    this.#lost = undefined;
    const next = this.#equipment.next[this.#nextAt];
    if (next === undefined) return false;
    this.#nextAt += 1;
    const failed = this.#engine;
    this.#engine = next();
    this.#adapter = undefined;
    const reason = `${failed.backend}: ${cause}`;
    this.#fallback = this.#fallback === undefined ? reason : `${this.#fallback}; ${reason}`;
    this.#equipment.onFallback?.(reason);
    // What is left of a lost card may refuse to be freed; it is gone either way.
    await failed.dispose().catch(() => undefined);
    return true;
  }
}

function tooLarge(bytes: number, most: number, hint: string): DeviceError {
  const facts = { got: `results of ${bytes} bytes`, allowed: `at most ${most} bytes at once`, hint };
  return new DeviceError('RESULT_TOO_LARGE', facts);
}
