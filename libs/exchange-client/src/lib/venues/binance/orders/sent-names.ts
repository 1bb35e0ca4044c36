import type { OrderWitness } from './order-witness.ts';
import { NO_WITNESS } from './order-witness.ts';

/** How many names are remembered at least; at most twice as many are. */
const MEMORY = 10_000;

/** The latest names of one market, in two halves: the older one goes whole, so that nothing is moved for a new name. */
class LatestNames {
  #newer = new Set<string>();
  #older: ReadonlySet<string> = new Set();

  has(name: string): boolean {
    return this.#newer.has(name) || this.#older.has(name);
  }

  add(name: string): void {
    if (this.#newer.size >= MEMORY) {
      this.#older = this.#newer;
      this.#newer = new Set();
    }
    this.#newer.add(name);
  }
}

/** Why an order is not sent under a name. */
export function nameWasUsed(clientOrderId: string): string {
  return `${clientOrderId} was used before: each attempt takes a new client order id`;
}

/**
 * The witness of a client that does not hear its account: it sees to it that no name is sent twice, as far back as the
 * latest 10,000 of a market, and leaves all else to the answers.
 */
export function sentNames(): OrderWitness {
  const markets = new Map<string, LatestNames>();
  const namesOf = (symbol: string): LatestNames => {
    const known = markets.get(symbol);
    if (known !== undefined) return known;
    const names = new LatestNames();
    markets.set(symbol, names);
    return names;
  };
  return {
    ...NO_WITNESS,
    sending: (symbol, clientOrderIds) => {
      const names = namesOf(symbol);
      const used = clientOrderIds.find((id) => names.has(id));
      if (used !== undefined) return nameWasUsed(used);
      for (const id of clientOrderIds) names.add(id);
      return null;
    },
  };
}
