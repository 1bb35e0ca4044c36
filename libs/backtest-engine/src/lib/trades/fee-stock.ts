/**
 * What the account holds of each asset beside the positions of its strategies, such as BNB for fees. A fee in an asset that
 * its trade did not bring in is paid from it first, and from positions only where it is not enough, as the account does.
 */
export class FeeStock {
  private readonly left: Map<string, number>;

  /** @param stock by asset, in units of it */
  constructor(stock: ReadonlyMap<string, number>) {
    this.left = new Map(stock);
  }

  /** Pays a fee, and gives what was too little for it. */
  pay(asset: string, fee: number): number {
    const held = this.left.get(asset) ?? 0;
    const paid = Math.min(held, fee);
    this.left.set(asset, held - paid);
    return fee - paid;
  }
}
