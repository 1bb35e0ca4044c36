import type { CountFilter } from '../symbol-rules.ts';
import type { OrderFilter } from './order-filter.ts';

/** Icebergs of no more than so many tips. */
export function icebergPartsFilter({ limit }: CountFilter): OrderFilter {
  return {
    kind: 'icebergParts',
    passes: ({ quantity, icebergQuantity }) =>
      quantity === null || icebergQuantity === null || Math.ceil(quantity / icebergQuantity) <= limit,
  };
}
