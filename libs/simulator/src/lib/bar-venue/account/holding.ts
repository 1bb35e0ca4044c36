/** What the account has of one asset, in its smallest units. None of the three is ever negative. */
export class Holding {
  declare readonly asset: string;
  /** Free to be ordered with. */
  free = 0n;
  /** Held back for open orders. */
  locked = 0n;
  /** Paid in fees so far. */
  fees = 0n;

  constructor(asset: string) {
    this.asset = asset;
  }

  /** Holds `units` of what is free back. */
  lock(units: bigint): void {
    this.free -= units;
    this.locked += units;
  }

  /** Gives `units` that were held back free again. */
  unlock(units: bigint): void {
    this.locked -= units;
    this.free += units;
  }

  /** Takes in `units` of a trade, less the fee that is paid in this asset. */
  receive(units: bigint, fee: bigint): void {
    this.free += units - fee;
    this.fees += fee;
  }

  /** Pays a fee from what is free. */
  payFee(fee: bigint): void {
    this.free -= fee;
    this.fees += fee;
  }
}
