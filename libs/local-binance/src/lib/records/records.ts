import type { AccountRecords } from './accounts/account-records.ts';
import type { MarketRecords } from './markets/market-records.ts';

/** What has happened, told by the exchange's events and kept for those who ask later. */
export interface Records {
  readonly accounts: AccountRecords;
  readonly markets: MarketRecords;
}
