import { DeviceError } from '../errors/device-error.ts';
import { IndicatorError } from '../errors/indicator-error.ts';
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
  #end: Promise<void> | undefined;
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
    return options === undefined
      ? this.#inTurn(() => this.#computeWhole(jobs, market))
      : this.#computeChunks(jobs, market, options.onChunk);
  }

  /** Frees what the device holds, here and on the card, once the piece at work is done. A second call waits for the first. */
  dispose(): Promise<void> {
    this.#end ??= this.#queue.then(() => this.#engine.dispose());
    return this.#end;
  }

  /** One piece of work at a time. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(work);
    this.#queue = turn.catch(() => undefined);
    return turn;
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
    for (const block of this.#blocks(jobs, market, Infinity)) {
      const answers = await this.#computeBlock(jobs, market, block);
      for (const [request, { outputs, parameterSets }] of results.entries()) {
        for (const [name, values] of Object.entries(answers[request]!)) {
          outputs[name]?.set(values, block.first * parameterSets.length * market.bars);
        }
      }
    }
    return results;
  }

  /** Whoever takes a piece may ask for more, or end the device: it has a turn for each piece, and none in between. */
  async #computeChunks(jobs: readonly Job[], market: Market, onChunk: ChunkTaker): Promise<void> {
    const most = this.maxResultBytes;
    const bytes = bytesPerSeries(jobs, market.bars);
    if (bytes > most) throw tooLarge(bytes, most, 'Ask for fewer sets of parameters at a time.');
    for (const block of this.#blocks(jobs, market, most)) {
      const answers = await this.#inTurn(() => this.#computeBlock(jobs, market, block));
      for (const [request, { row, sets }] of jobs.entries()) {
        const facts = { request, firstSeries: block.first, series: block.series };
        await onChunk({ ...facts, indicator: row.name, parameterSets: sets, outputs: answers[request]! });
      }
    }
  }

  /** Neighbouring series, as many at a time as the engine that is in use then and `mostBytes` allow. */
  *#blocks(jobs: readonly Job[], market: Market, mostBytes: number): Iterable<Block> {
    const bytes = Math.max(1, bytesPerSeries(jobs, market.bars));
    for (let first = 0; first < market.series;) {
      const most = Math.min(mostBytes, this.#engine.blockBytes);
      const series = Math.min(market.series - first, Math.max(1, Math.floor(most / bytes)));
      yield { first, series };
      first += series;
    }
  }

  /** What fails is reported and left; the block is then computed by what comes next. A column that is refused is no failure. */
  async #computeBlock(jobs: readonly Job[], market: Market, block: Block): Promise<readonly Outputs[]> {
    if (this.#end !== undefined) {
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
        if (error instanceof IndicatorError) throw error;
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
