import type { UserDataEvent, UserDataParts } from './binance-user-data.ts';
import { KnownBalances } from './known-balances.ts';
import type { OrderRecord } from './order-record.ts';
import { Reconciliation } from './reconciliation.ts';
import { userEvent } from './user-event.ts';
import type { SessionTerms } from './user-data-session.ts';
import { UserDataSession } from './user-data-session.ts';

/**
 * An account while it is heard: events go to the records and balances, trades that no event has told are asked for, and
 * doubts are resolved.
 */
export class LiveAccount {
  readonly #parts: UserDataParts;
  readonly #tell: (event: UserDataEvent) => void;
  readonly #balances = new KnownBalances();
  readonly #reconciliation: Reconciliation;
  readonly #session: UserDataSession;
  readonly #stopListening: () => void;
  readonly #asked = new Set<OrderRecord>();
  /** Events from before it is known what was before our time; null once it is. */
  #early: unknown[] | null;

  constructor(parts: UserDataParts, terms: SessionTerms, tell: (event: UserDataEvent) => void) {
    this.#parts = parts;
    this.#tell = tell;
    this.#early = parts.records.hasBegun ? null : [];
    const symbols = () => parts.options?.symbols ?? [];
    this.#reconciliation = new Reconciliation({ ...parts, symbols }, parts.records, this.#balances);
    this.#stopListening = parts.records.listen({
      tell,
      missing: (record) => this.#askTrades(record),
      doubtful: (record) => this.#resolve(record),
      uncertain: (record) => this.#ask(record, () => this.#reconciliation.lookAt(record)),
    });
    this.#session = new UserDataSession(terms, this.#reconciliation, {
      tell,
      heard: (event) => this.#heard(event),
      notice: parts.options?.onNotice ?? (() => undefined),
      healthy: (isHealthy) => this.#healthy(isHealthy),
    });
  }

  get isHealthy(): boolean {
    return this.#session.isHealthy;
  }

  close(): void {
    this.#stopListening();
    this.#session.close();
  }

  #heard(event: unknown): void {
    void this.#parts.account.forget();
    if (this.#early === null) this.#take(event);
    else this.#early.push(event);
  }

  #take(event: unknown): void {
    const read = userEvent(event, this.#parts.markets);
    switch (read.kind) {
      case 'order':
        return this.#parts.records.see(read.sighting);
      case 'balances':
        for (const told of this.#balances.change(read.told)) this.#tell(told);
        return;
      case 'unreadable':
        this.#parts.options?.onNotice?.({ kind: 'unreadable', text: JSON.stringify(event) });
        return;
      case 'other':
    }
  }

  #healthy(isHealthy: boolean): void {
    void this.#parts.account.forget();
    if (!isHealthy) return;
    const early = this.#early ?? [];
    this.#early = null;
    for (const event of early) this.#take(event);
    for (const record of this.#parts.records.pending) {
      if (record.missesTrades) this.#askTrades(record);
      if (record.isInDoubt) this.#resolve(record);
    }
  }

  /** Before all is well the reconciliation asks for them. */
  #askTrades(record: OrderRecord): void {
    this.#ask(record, () => this.#reconciliation.tradesOf(record));
  }

  #resolve(record: OrderRecord): void {
    const { symbol, clientOrderId } = record;
    this.#ask(record, async (isWanted) => {
      await this.#parts.orders.resolve(symbol, clientOrderId, isWanted);
      return { kind: 'read', value: null };
    });
  }

  #ask(record: OrderRecord, attempt: Parameters<UserDataSession['until']>[0]): void {
    if (!this.isHealthy || this.#asked.has(record)) return;
    this.#asked.add(record);
    void this.#session.until(attempt).finally(() => {
      this.#asked.delete(record);
      if (record.missesTrades) this.#askTrades(record);
    });
  }
}
