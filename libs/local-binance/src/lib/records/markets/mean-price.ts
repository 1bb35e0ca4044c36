/** What was traded in a stretch of time that begins on a whole number of widths. */
interface Bucket {
  readonly openTime: number;
  trades: bigint;
  sum: bigint;
}

/** Decimals with which trades are counted, so that a part of a bucket counts as such. */
const PARTS = 10_000n;

/**
 * The mean of the prices, whatever was traded at each, of the last `bucketCount` times `bucketWidthMs`: as the exchange
 * says that its matching engine finds a reference price. Trades are added up in buckets; of the oldest, which began
 * before the window, the part that lies in the window counts. Prices are whole numbers of any unit.
 */
export class MeanPrice {
  readonly #widthMs: number;
  readonly #windowMs: number;
  /** Oldest first. */
  readonly #buckets: Bucket[] = [];

  constructor({
    bucketCount,
    bucketWidthMs,
  }: {
    readonly bucketCount: number;
    readonly bucketWidthMs: number;
  }) {
    this.#widthMs = bucketWidthMs;
    this.#windowMs = bucketCount * bucketWidthMs;
  }

  add(price: bigint, time: number): void {
    const openTime = time - (time % this.#widthMs);
    const last = this.#buckets.at(-1);
    if (last?.openTime === openTime) {
      last.trades += PARTS;
      last.sum += price * PARTS;
      return;
    }
    this.#buckets.push({ openTime, trades: PARTS, sum: price * PARTS });
    this.#forgetUntil(time - this.#windowMs);
  }

  /** Cut to a whole number; null where nothing was traded in the window. */
  at(time: number): bigint | null {
    const cutoff = time - this.#windowMs;
    let [trades, sum] = [0n, 0n];
    for (const bucket of this.#buckets) {
      const left = Math.min(this.#widthMs, bucket.openTime + this.#widthMs - cutoff);
      if (left <= 0) continue;
      trades += this.#share(bucket.trades, left);
      sum += this.#share(bucket.sum, left);
    }
    return trades === 0n ? null : sum / trades;
  }

  #share(whole: bigint, leftMs: number): bigint {
    return leftMs === this.#widthMs ? whole : (whole * BigInt(leftMs)) / BigInt(this.#widthMs);
  }

  #forgetUntil(cutoff: number): void {
    while (this.#buckets[0] !== undefined && this.#buckets[0].openTime + this.#widthMs <= cutoff) {
      this.#buckets.shift();
    }
  }
}
