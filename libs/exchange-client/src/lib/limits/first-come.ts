/** Things in the order in which they came. Taking the first costs as little with thousands behind it as with one. */
export class FirstCome<Item> {
  #items: Item[] = [];
  #gone = 0;

  get length(): number {
    return this.#items.length - this.#gone;
  }

  get first(): Item | undefined {
    return this.#items[this.#gone];
  }

  add(item: Item): void {
    this.#items.push(item);
  }

  /** Lets the first go; the places of those who have gone are given up when they are the greater part. */
  drop(): void {
    this.#gone += 1;
    if (this.#gone * 2 < this.#items.length) return;
    this.#items = this.#items.slice(this.#gone);
    this.#gone = 0;
  }
}
