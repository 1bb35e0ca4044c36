import type { ExchangeEvent, ExchangeSnapshot } from '@org/simulator';

/** From where ids and market time go on after a stop that nobody saw coming: nothing of this has been told. */
export interface ReservedIds {
  /** ms UTC. */
  readonly time: number;
  readonly counters: ExchangeSnapshot['counters'];
  readonly symbols: readonly ReservedSymbolIds[];
}

export interface ReservedSymbolIds {
  readonly symbol: string;
  readonly tradeId: number;
  readonly updateId: number;
}

type Counts = { -readonly [Name in keyof ReservedIds['counters']]: number };
type SymbolCounts = { -readonly [Name in keyof ReservedSymbolIds]: ReservedSymbolIds[Name] };

/** Far more than one turn uses: half of it must last for a turn. */
const IDS_AHEAD = 1_000_000;
const MS_AHEAD = 2_000;

/** Where everything stands that is counted. */
export function countedIds({ counters, symbols }: ExchangeSnapshot, time: number): ReservedIds {
  return {
    time,
    counters,
    symbols: symbols.map(({ rules: { symbol }, nextTradeId, nextUpdateId }) => ({
      symbol,
      tradeId: nextTradeId,
      updateId: nextUpdateId,
    })),
  };
}

/**
 * Keeps ids and market time from being told twice. Most of them are used by markets, whose doings are not written down;
 * so what may be used is written ahead, and after a stop the exchange goes on behind all of it.
 */
export class IdReserve {
  #time: number;
  readonly #next: Counts;
  readonly #symbols: Map<string, SymbolCounts>;
  #reserved: ReservedIds;

  /** `counted` is what comes next of everything. */
  constructor(counted: ReservedIds) {
    this.#time = counted.time;
    this.#next = { ...counted.counters };
    this.#symbols = new Map(counted.symbols.map((ids) => [ids.symbol, { ...ids }]));
    this.#reserved = this.#ahead();
  }

  get reserved(): ReservedIds {
    return this.#reserved;
  }

  /** An event is about to be told. */
  see(event: ExchangeEvent): void {
    switch (event.kind) {
      case 'orderReport':
        this.#count('executionId', event.executionId);
        this.#count('orderId', event.order.orderId);
        if (event.prevented !== null) this.#count('preventedMatchId', event.prevented.preventedMatchId);
        return;
      case 'listReport':
        return this.#count('listId', event.list.listId);
      case 'marketTrade':
        return this.#countOf(event.symbol, 'tradeId', event.tradeId);
      case 'levelChanged':
        return this.#countOf(event.symbol, 'updateId', event.updateId);
      default:
    }
  }

  /** Reserves more where half of it is used, and says whether it did. */
  refill(time: number): boolean {
    this.#time = Math.max(this.#time, time);
    if (!this.#isHalfUsed()) return false;
    this.#reserved = this.#ahead();
    return true;
  }

  #count(name: keyof Counts, id: number): void {
    if (id >= this.#next[name]) this.#next[name] = id + 1;
  }

  #countOf(symbol: string, name: 'tradeId' | 'updateId', id: number): void {
    const counts = this.#symbols.get(symbol);
    if (counts !== undefined && id >= counts[name]) counts[name] = id + 1;
  }

  #isHalfUsed(): boolean {
    const { time, counters, symbols } = this.#reserved;
    const isLow = (reserved: number, next: number): boolean => reserved - next < IDS_AHEAD / 2;
    const next = this.#next;
    return (
      time - this.#time < MS_AHEAD / 2 ||
      isLow(counters.orderId, next.orderId) ||
      isLow(counters.listId, next.listId) ||
      isLow(counters.executionId, next.executionId) ||
      isLow(counters.preventedMatchId, next.preventedMatchId) ||
      symbols.some(({ symbol, tradeId, updateId }) => {
        const counts = this.#symbols.get(symbol);
        return counts !== undefined && (isLow(tradeId, counts.tradeId) || isLow(updateId, counts.updateId));
      })
    );
  }

  #ahead(): ReservedIds {
    const { orderId, listId, executionId, preventedMatchId } = this.#next;
    return {
      time: this.#time + MS_AHEAD,
      counters: {
        orderId: orderId + IDS_AHEAD,
        listId: listId + IDS_AHEAD,
        executionId: executionId + IDS_AHEAD,
        preventedMatchId: preventedMatchId + IDS_AHEAD,
      },
      symbols: [...this.#symbols.values()].map(({ symbol, tradeId, updateId }) => ({
        symbol,
        tradeId: tradeId + IDS_AHEAD,
        updateId: updateId + IDS_AHEAD,
      })),
    };
  }
}
