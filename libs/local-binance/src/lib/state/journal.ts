import type { RunningWorld } from '../world/running-world.ts';
import { AppendFile } from './append-file.ts';
import type { AccountRecordsSnapshot } from '../records/accounts/account-records.ts';
import { countedIds, IdReserve } from './reserved-ids.ts';
import type { ReservedIds } from './reserved-ids.ts';
import type { HistoryLine } from './state-line.ts';
import { encodeLine, STATE_FORMAT, STATE_VERSION } from './state-line.ts';
import { Turn } from './turn.ts';

export interface JournalOptions {
  readonly file: string;
  readonly world: RunningWorld;
  /** When the markets began, ms UTC. */
  readonly beganAt: number;
  readonly isSynced: boolean;
}

/** How much is written behind a state before that is written anew, in bytes: reading it takes a second or two. */
const LEAST_JOURNAL_BYTES = 64 * 1024 * 1024;
/** Of each kind of record. */
const RECORDS_PER_LINE = 1_000;

/**
 * Writes a world down as it changes: its state, and behind that what each turn changes. A turn is written when it is
 * over, before anybody is told of it.
 */
export class Journal {
  readonly #options: JournalOptions;
  readonly #ends: readonly (() => void)[];
  #file: AppendFile;
  #turn: Turn;
  #reserve: IdReserve;
  #stateBytes: number;

  /** Whoever tells clients must listen to the world after this does. */
  constructor(options: JournalOptions) {
    this.#options = options;
    const { world } = options;
    const state = writeState(options);
    this.#file = state.file;
    this.#turn = state.turn;
    this.#reserve = state.reserve;
    this.#stateBytes = state.file.length;
    this.#ends = [
      world.listen((event) => {
        this.#reserve.see(event);
        this.#turn.take(event);
      }),
      world.whenSettled(() => this.#settle()),
    ];
  }

  /** After this, ids and market time go on just where they stand. */
  close(): void {
    for (const end of this.#ends) end();
    this.#settle();
    const { world } = this.#options;
    this.#writeReserve(countedIds(world.exchange.snapshot(), world.marketTime.now()));
    this.#file.close();
  }

  #settle(): void {
    const now = this.#options.world.marketTime.now();
    const change = this.#turn.change(now);
    if (change !== null) {
      this.#file.append(encodeLine(change));
      this.#turn.written(change);
    }
    if (this.#reserve.refill(now)) this.#writeReserve(this.#reserve.reserved);
    const journalBytes = this.#file.length - this.#stateBytes;
    if (journalBytes > Math.max(LEAST_JOURNAL_BYTES, 2 * this.#stateBytes)) this.#rewrite();
  }

  #writeReserve(reserved: ReservedIds): void {
    this.#file.append(encodeLine({ kind: 'reserve', reserved, prices: this.#turn.prices() }));
    this.#turn.pricesWritten();
  }

  #rewrite(): void {
    const state = writeState(this.#options);
    this.#file.close();
    this.#file = state.file;
    this.#turn = state.turn;
    this.#reserve = state.reserve;
    this.#stateBytes = state.file.length;
  }
}

/** Writes the whole state into a new file, which takes the place of the one before when it is complete. */
function writeState({ file, world, beganAt, isSynced }: JournalOptions) {
  const exchange = world.exchange.snapshot();
  const reserve = new IdReserve(countedIds(exchange, world.marketTime.now()));
  const history = inParts(world.records.accounts.snapshot());
  const unfinished = `${file}.new`;
  const out = new AppendFile(unfinished, isSynced);
  out.append(
    encodeLine({
      kind: 'head',
      format: STATE_FORMAT,
      version: STATE_VERSION,
      beganAt,
      reserved: reserve.reserved,
      exchange,
      historyLines: history.length,
    }),
  );
  for (const part of history) out.append(encodeLine(part));
  out.takePlaceOf(unfinished, file);
  return { file: out, turn: new Turn(world.exchange, exchange), reserve };
}

/** Lines of a length that can be read at once. */
function inParts({
  orders,
  fills,
  preventedMatches,
  amendments,
  lists,
  updates,
}: AccountRecordsSnapshot): readonly HistoryLine[] {
  const longest = Math.max(
    ...[orders, fills, preventedMatches, amendments, lists, updates].map(({ length }) => length),
  );
  return Array.from({ length: Math.ceil(longest / RECORDS_PER_LINE) }, (_, index) => {
    const part = <Item>(items: readonly Item[]): readonly Item[] =>
      items.slice(index * RECORDS_PER_LINE, (index + 1) * RECORDS_PER_LINE);
    return {
      kind: 'history',
      records: {
        orders: part(orders),
        fills: part(fills),
        preventedMatches: part(preventedMatches),
        amendments: part(amendments),
        lists: part(lists),
        updates: part(updates),
      },
    };
  });
}
