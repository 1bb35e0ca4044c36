/** Equity at every close, as columns; written once for each time slice in which a market's lowest interval closed. */
export class EquityRecorder {
  readonly #time: Float64Array;
  readonly #value: Float64Array;
  #length = 0;

  /** @param capacity the most closes that can come */
  constructor(capacity: number) {
    this.#time = new Float64Array(capacity);
    this.#value = new Float64Array(capacity);
  }

  /** Bars of several markets that close together give one point, the last. */
  close(time: number, equity: number): void {
    if (this.#length > 0 && this.#time[this.#length - 1] === time) this.#length -= 1;
    this.#time[this.#length] = time;
    this.#value[this.#length] = equity;
    this.#length += 1;
  }

  /** The columns so far, as views. */
  columns(): { readonly time: Float64Array; readonly value: Float64Array } {
    return { time: this.#time.subarray(0, this.#length), value: this.#value.subarray(0, this.#length) };
  }
}
