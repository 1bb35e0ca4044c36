declare const approved: unique symbol;

/** Something that risk has let through. Only this library can make one, so whoever holds one need not ask again. */
export type Approved<T> = T & { readonly [approved]: true };

/** Kept inside this library on purpose: exporting it would let an order pass by the limits. */
export function approve<T>(checked: T): Approved<T> {
  return checked as Approved<T>;
}
