import type { Endpoint } from '../endpoints/endpoint.ts';
import { accountCommission } from './account-commission.ts';
import { accountInformation } from './account-information.ts';
import { myAllocations } from './my-allocations.ts';
import { myFilters } from './my-filters.ts';
import { myPreventedMatches } from './my-prevented-matches.ts';
import { myTrades } from './my-trades.ts';
import { orderRateLimits } from './order-rate-limits.ts';
import { apiRestrictions, isolatedMarginPairs, marginPairs, tradeFees, userAssets } from './wallet.ts';

/** What an account has, what it has done, and what it may do. */
export const ACCOUNT_ENDPOINTS: readonly Endpoint[] = [
  accountInformation,
  myTrades,
  orderRateLimits,
  myPreventedMatches,
  myAllocations,
  accountCommission,
  myFilters,
  apiRestrictions,
  userAssets,
  tradeFees,
  marginPairs,
  isolatedMarginPairs,
];
