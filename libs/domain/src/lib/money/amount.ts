declare const amountUnits: unique symbol;

/** Money, exactly: a whole number of an asset's smallest unit (`Asset.decimals` after the point). */
export type Amount = bigint & { readonly [amountUnits]: true };

/** Makes an amount from a count of smallest units. */
export function amount(units: bigint): Amount {
  return units as Amount;
}

/** Nothing, of any asset. */
export const ZERO = amount(0n);

/** Something that can be owned: its code and how many decimals the exchange keeps of it. */
export interface Asset {
  readonly code: string;
  readonly decimals: number;
}
