/**
 * A sum over a list of working orders that is kept while the list grows at its end and nothing in it changes, so that
 * a strategy that places thousands of orders at a time does not have all of them gone through for each.
 */
export class Tally {
  sum = 0n;
  /** How many orders, from the first on, are in the sum. */
  counted = 0;
  private edition = -1;

  /** Holds on to the sum if the list is still of the edition that was summed up; else begins anew. */
  keepFor(edition: number): this {
    if (this.edition !== edition) {
      this.edition = edition;
      this.counted = 0;
      this.sum = 0n;
    }
    return this;
  }
}

/** What is summed up: the buys of a strategy, the exits of a strategy in a market, the entries of all in a market. */
export type TallyName = 'buys' | 'exits' | 'entries';
