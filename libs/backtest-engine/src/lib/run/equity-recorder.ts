/** What has closed; objects are passed here, since a number that is passed on each bar may become an object each time. */
interface Closing {
  readonly time: number;
}

interface Marked {
  readonly equity: number;
}

/** Equity at every close, as columns; written once for each time slice in which a market's lowest interval closed. */
export class EquityRecorder {
  declare private readonly time: Float64Array;
  declare private readonly value: Float64Array;
  private length = 0;
  /** When the last point was; NaN before the first. */
  private lastTime = NaN;

  /** @param capacity the most closes that can come */
  constructor(capacity: number) {
    this.time = new Float64Array(capacity);
    this.value = new Float64Array(capacity);
  }

  /**
   * Takes what the account is worth when a bar closes. Bars of several markets that close together give one point, the
   * last.
   */
  close({ time }: Closing, { equity }: Marked): void {
    if (time !== this.lastTime) {
      this.lastTime = time;
      this.time[this.length++] = time;
    }
    this.value[this.length - 1] = equity;
  }

  /** The columns so far, as views. */
  columns(): { readonly time: Float64Array; readonly value: Float64Array } {
    return { time: this.time.subarray(0, this.length), value: this.value.subarray(0, this.length) };
  }
}
