/** Ids of open orders, any of which can be picked. */
export class OpenIds {
  readonly #ids: number[] = [];
  readonly #places = new Map<number, number>();

  get size(): number {
    return this.#ids.length;
  }

  add(id: number): void {
    this.#places.set(id, this.#ids.length);
    this.#ids.push(id);
  }

  delete(id: number): void {
    const place = this.#places.get(id);
    const last = this.#ids.at(-1);
    if (place === undefined || last === undefined) return;
    this.#ids[place] = last;
    this.#places.set(last, place);
    this.#ids.pop();
    this.#places.delete(id);
  }

  /** One of them, for a number from 0 to below 1. */
  pick(uniform: number): number {
    return this.#ids[Math.floor(uniform * this.#ids.length)] ?? 0;
  }
}
