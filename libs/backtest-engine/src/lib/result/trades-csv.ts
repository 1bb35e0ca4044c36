import { stringify } from 'csv-stringify/sync';
import type { Trade } from '../trades/trade.ts';
import { plainNumber } from './plain-json.ts';

const COLUMNS = [
  'symbol',
  'strategyId',
  'entryTime',
  'exitTime',
  'holdingHours',
  'quantity',
  'entryPrice',
  'exitPrice',
  'profit',
  'return',
  'fees',
  'entryReason',
  'exitReason',
  'exitKind',
] as const satisfies readonly (keyof Trade)[];

/**
 * `trades.csv`: one row a trade under the names of `result.json`, for spreadsheets. Times are ISO 8601 in UTC, numbers
 * plain decimals; text is quoted where it needs to be.
 */
export function tradesCsv(trades: readonly Trade[]): string {
  const rows = trades.map((trade) => ({
    ...trade,
    entryTime: new Date(trade.entryTime).toISOString(),
    exitTime: new Date(trade.exitTime).toISOString(),
  }));
  return stringify(rows, { columns: COLUMNS, header: true, cast: { number: (value) => plainNumber(value) } });
}
