import type { ExchangeSnapshot } from '@org/simulator';
import type { AccountRecordsSnapshot } from '../records/accounts/account-records.ts';
import type { ReservedIds } from './reserved-ids.ts';
import type { ChangeLine, HistoryLine, StateLine } from './state-line.ts';
import { STATE_FORMAT, STATE_VERSION } from './state-line.ts';

/** A world as it stands, to be written down. */
export interface WorldState {
  /** When the markets began, ms UTC. */
  readonly beganAt: number;
  readonly time: number;
  readonly reserved: ReservedIds;
  readonly exchange: ExchangeSnapshot;
  readonly records: AccountRecordsSnapshot;
}

/** Of each kind: a line of them takes a fraction of a millisecond to write. */
const RECORDS_PER_LINE = 20;

/** The lines that a state consists of: its head, its history, and what is open, the latter as a change of nothing. */
export function* stateLines(state: WorldState): Generator<StateLine> {
  const { beganAt, time, reserved, exchange, records } = state;
  const longest = Math.max(...Object.values(records).map((kept: readonly unknown[]) => kept.length));
  const historyLines = Math.ceil(longest / RECORDS_PER_LINE);
  const symbols = exchange.symbols.map((symbol) => ({ ...symbol, orders: [] }));
  yield {
    kind: 'head',
    format: STATE_FORMAT,
    version: STATE_VERSION,
    beganAt,
    reserved,
    exchange: { ...exchange, symbols },
    historyLines,
  };
  for (let line = 0; line < historyLines; line++) yield historyLine(records, line);
  const orders = exchange.symbols.flatMap((symbol) => symbol.orders);
  for (let line = 0; line * RECORDS_PER_LINE < orders.length; line++) {
    yield { ...NO_CHANGE, time, orders: partOf(orders, line) };
  }
}

const NO_CHANGE: Omit<ChangeLine, 'time'> = {
  kind: 'change',
  events: [],
  orders: [],
  closedOrders: [],
  lists: [],
  closedLists: [],
  prices: [],
  rules: [],
  accounts: [],
};

function historyLine(records: AccountRecordsSnapshot, line: number): HistoryLine {
  const { orders, fills, preventedMatches, amendments, lists, updates } = records;
  return {
    kind: 'history',
    records: {
      orders: partOf(orders, line),
      fills: partOf(fills, line),
      preventedMatches: partOf(preventedMatches, line),
      amendments: partOf(amendments, line),
      lists: partOf(lists, line),
      updates: partOf(updates, line),
    },
  };
}

function partOf<Item>(items: readonly Item[], line: number): readonly Item[] {
  return items.slice(line * RECORDS_PER_LINE, (line + 1) * RECORDS_PER_LINE);
}
