import type { VenueOrder } from '@org/domain';

/** How an order ends. */
export type Ending = Extract<VenueOrder['status'], 'filled' | 'cancelled' | 'expired' | 'rejected'>;

/** Null for one that has not. */
export function endingOf(status: VenueOrder['status']): Ending | null {
  switch (status) {
    case 'filled':
    case 'cancelled':
    case 'expired':
    case 'rejected':
      return status;
    case 'waiting':
    case 'open':
    case 'other':
      return null;
  }
}
