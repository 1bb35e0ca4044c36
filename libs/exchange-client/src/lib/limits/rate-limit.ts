/** A limit as the exchange tells it: so many in each window, and windows begin at multiples of their length. */
export interface RateLimit {
  /** Weight and requests are counted for an address, orders for an account. */
  readonly kind: 'weight' | 'orders' | 'requests';
  readonly intervalMs: number;
  readonly limit: number;
}

/** What a request is counted as; each is one request besides. */
export interface Cost {
  readonly weight: number;
  readonly orders: number;
}

/**
 * What a request is for: `bulk` is history and warm-up, `trade` what opens a position, `protect` what cancels, closes or
 * guards one. The later ones may use what the earlier ones must leave.
 */
export type Purpose = 'bulk' | 'trade' | 'protect';

/** How much of a limit each purpose may fill, as a fraction. */
export const SHARES: Readonly<Record<Purpose, number>> = { bulk: 0.93, trade: 0.97, protect: 1 };

/** How much of a limit of this kind a request uses. */
export function shareOf({ kind }: RateLimit, cost: Cost): number {
  switch (kind) {
    case 'weight':
      return cost.weight;
    case 'orders':
      return cost.orders;
    case 'requests':
      return 1;
  }
}
