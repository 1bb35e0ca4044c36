import type { OrderRecord } from './order-record.ts';

/** The records of one market by both of their names: keys are the names themselves, for every order makes new ones. */
interface MarketRecords {
  readonly byName: Map<string, OrderRecord>;
  readonly byVenueId: Map<string, OrderRecord>;
}

/** Finds the record of an order by the name that we gave it, and by the exchange's own. */
export class RecordIndex {
  readonly #markets = new Map<string, MarketRecords>();

  named(symbol: string, clientOrderId: string): OrderRecord | undefined {
    return this.#markets.get(symbol)?.byName.get(clientOrderId);
  }

  withVenueId(symbol: string, venueOrderId: string): OrderRecord | undefined {
    return this.#markets.get(symbol)?.byVenueId.get(venueOrderId);
  }

  /** Every record that is found by its name. */
  get all(): readonly OrderRecord[] {
    return [...this.#markets.values()].flatMap(({ byName }) => [...byName.values()]);
  }

  /** By its name, from now on the only one of that name. */
  add(record: OrderRecord): void {
    this.#of(record.symbol).byName.set(record.clientOrderId, record);
  }

  addVenueId(record: OrderRecord, venueOrderId: string): void {
    this.#of(record.symbol).byVenueId.set(venueOrderId, record);
  }

  /** Another record that has taken its name stays. */
  remove(record: OrderRecord): void {
    const { symbol, clientOrderId, venueOrderId } = record;
    const { byName, byVenueId } = this.#of(symbol);
    if (byName.get(clientOrderId) === record) byName.delete(clientOrderId);
    if (venueOrderId !== null) byVenueId.delete(venueOrderId);
  }

  #of(symbol: string): MarketRecords {
    const known = this.#markets.get(symbol);
    if (known !== undefined) return known;
    const records = { byName: new Map<string, OrderRecord>(), byVenueId: new Map<string, OrderRecord>() };
    this.#markets.set(symbol, records);
    return records;
  }
}
