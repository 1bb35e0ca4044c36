import type { RunningWorld } from '../world/running-world.ts';
import { AppendFile } from './append-file.ts';
import { countedIds, IdReserve } from './reserved-ids.ts';
import type { ReservedIds } from './reserved-ids.ts';
import type { StateLine } from './state-line.ts';
import { encodeLine } from './state-line.ts';
import { stateLines } from './state-lines.ts';
import { StateRewrite } from './state-rewrite.ts';
import { Turn } from './turn.ts';

export interface JournalOptions {
  readonly file: string;
  readonly world: RunningWorld;
  /** When the markets began, ms UTC. */
  readonly beganAt: number;
  readonly isSynced: boolean;
  /** How much is written behind a state, at least, before that is written anew, in bytes. Default: 64 MiB. */
  readonly leastJournalBytes?: number;
}

/** Reading as much takes a second or two. */
const LEAST_JOURNAL_BYTES = 64 * 1024 * 1024;

/**
 * Writes a world down as it changes: its state, and behind that what each turn changes. A turn is written when it is
 * over, before anybody is told of it. When much has been written behind a state, it is written anew, in slices.
 */
export class Journal {
  readonly #options: JournalOptions;
  readonly #ends: readonly (() => void)[];
  readonly #turn: Turn;
  readonly #reserve: IdReserve;
  #file: AppendFile;
  #stateBytes: number;
  #rewrite: StateRewrite | null = null;

  /** Whoever tells clients must listen to the world after this does. */
  constructor(options: JournalOptions) {
    this.#options = options;
    const { file, world, isSynced } = options;
    const exchange = world.exchange.snapshot();
    this.#turn = new Turn(world.exchange, exchange);
    this.#reserve = new IdReserve(countedIds(exchange, world.marketTime.now()));
    const unfinished = `${file}.new`;
    this.#file = new AppendFile(unfinished, isSynced);
    for (const line of this.#lines()) this.#file.append(encodeLine(line));
    this.#file.takePlaceOf(unfinished, file);
    this.#stateBytes = this.#file.length;
    this.#ends = [
      world.listen((event) => {
        this.#reserve.see(event);
        this.#turn.take(event);
      }),
      world.whenSettled(() => this.#settle()),
    ];
  }

  /** Whether the state is being written anew. */
  get isRewriting(): boolean {
    return this.#rewrite !== null;
  }

  /** After this, ids and market time go on just where they stand. */
  close(): void {
    for (const end of this.#ends) end();
    this.#settle();
    this.#rewrite?.abandon();
    this.#rewrite = null;
    const { world } = this.#options;
    this.#writeReserve(countedIds(world.exchange.snapshot(), world.marketTime.now()));
    this.#file.close();
  }

  #settle(): void {
    const now = this.#options.world.marketTime.now();
    const change = this.#turn.change(now);
    if (change !== null) {
      this.#write(change);
      this.#turn.written(change);
    }
    if (this.#reserve.refill(now)) this.#writeReserve(this.#reserve.reserved);
    this.#keepShort();
  }

  #writeReserve(reserved: ReservedIds): void {
    this.#write({ kind: 'reserve', reserved, prices: this.#turn.prices() });
    this.#turn.pricesWritten();
  }

  #write(line: StateLine): void {
    const text = encodeLine(line);
    this.#file.append(text);
    this.#rewrite?.follow(text);
  }

  /** Everything is written: a state that begins here misses nothing. */
  #keepShort(): void {
    const { file, isSynced, leastJournalBytes = LEAST_JOURNAL_BYTES } = this.#options;
    if (this.#rewrite === null) {
      const journalBytes = this.#file.length - this.#stateBytes;
      if (journalBytes <= Math.max(leastJournalBytes, 2 * this.#stateBytes)) return;
      this.#rewrite = new StateRewrite(file, this.#lines(), isSynced);
    } else if (this.#rewrite.isReady) {
      const rewritten = this.#rewrite.takePlaceOf(file);
      this.#rewrite = null;
      this.#file.close();
      this.#file = rewritten;
      this.#stateBytes = rewritten.length;
    }
  }

  #lines(): Iterable<StateLine> {
    const { world, beganAt } = this.#options;
    return stateLines({
      beganAt,
      time: world.marketTime.now(),
      reserved: this.#reserve.reserved,
      exchange: world.exchange.snapshot(),
      records: world.records.accounts.snapshot(),
    });
  }
}
