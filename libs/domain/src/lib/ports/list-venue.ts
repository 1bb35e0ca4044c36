import type { PlaceList } from '../commands/place-list.ts';
import type { OrderInDoubt, OrderWasRefused, VenueOrder } from './order-venue.ts';

/** A list as the exchange knows it. */
export interface VenueList {
  readonly symbol: string;
  /** The exchange's own name for it. */
  readonly venueListId: string;
  readonly listClientOrderId: string;
  /** `other` for a status that we do not know: it may be open. */
  readonly status: 'open' | 'done' | 'rejected' | 'other';
  readonly clientOrderIds: readonly string[];
}

/** The exchange has the whole list: all orders of it, or none. */
export interface ListIsThere {
  readonly kind: 'accepted';
  readonly list: VenueList;
  /** As it tells them, in no order that means anything. */
  readonly orders: readonly VenueOrder[];
}

/** The list is there, none of its orders is, or nobody knows. */
export type PlaceListAnswer = ListIsThere | OrderWasRefused | OrderInDoubt;
/** All that was open of the list has ended, the cancel was refused, or nobody knows. */
export type CancelListAnswer =
  | { readonly kind: 'cancelled'; readonly list: VenueList; readonly orders: readonly VenueOrder[] }
  | OrderWasRefused
  | OrderInDoubt;
/** `absent`: the exchange knows no such list, as far as its answer goes. */
export type QueryListAnswer =
  { readonly kind: 'there'; readonly list: VenueList } | { readonly kind: 'absent' } | OrderInDoubt;

/** Where orders that depend on each other go. None of its answers is ever guessed, and nothing is sent twice. */
export interface ListVenue {
  placeList(list: PlaceList): Promise<PlaceListAnswer>;
  cancelList(symbol: string, listClientOrderId: string): Promise<CancelListAnswer>;
  queryList(listClientOrderId: string): Promise<QueryListAnswer>;
}
