import { crc32 } from 'node:zlib';
import { canonicalJson, parseCanonicalJson } from '@org/domain';
import type {
  BalanceMoved,
  BalancesChanged,
  ExchangeAccount,
  ExchangeSnapshot,
  ListReport,
  OrderReport,
  SavedExchangeList,
  SavedExchangeOrder,
  SavedSymbol,
} from '@org/simulator';
import type { AccountRecordsSnapshot } from '../records/accounts/account-records.ts';
import type { ReservedIds } from './reserved-ids.ts';

export const STATE_FORMAT = 'onestep-local-binance';
export const STATE_VERSION = 1;

/** The first line: an exchange as it stood. */
export interface HeadLine {
  readonly kind: 'head';
  readonly format: typeof STATE_FORMAT;
  readonly version: typeof STATE_VERSION;
  /** When its markets began, ms UTC: what they do after a time follows from that. */
  readonly beganAt: number;
  readonly reserved: ReservedIds;
  readonly exchange: ExchangeSnapshot;
  /** How many lines of history follow. */
  readonly historyLines: number;
}

/** A part of what had happened on the accounts until then. */
export interface HistoryLine {
  readonly kind: 'history';
  readonly records: AccountRecordsSnapshot;
}

/** An event that somebody's account records are made of. */
export type AccountEvent = OrderReport | ListReport | BalancesChanged | BalanceMoved;

/** An order, or a list, that is open no more. */
export interface ClosedName {
  readonly symbol: string;
  readonly id: number;
}

/** What a market was last traded at; null before its first trade. */
export interface LastPrice extends Pick<SavedSymbol, 'lastPrice'> {
  readonly symbol: string;
}

/** Everything that one turn has changed: all of it has happened, or none. */
export interface ChangeLine {
  readonly kind: 'change';
  readonly time: number;
  readonly events: readonly AccountEvent[];
  readonly orders: readonly SavedExchangeOrder[];
  readonly closedOrders: readonly ClosedName[];
  readonly lists: readonly SavedExchangeList[];
  readonly closedLists: readonly ClosedName[];
  /** Of markets that have traded. */
  readonly prices: readonly LastPrice[];
  /** Rules that have changed. */
  readonly rules: readonly Pick<SavedSymbol, 'rules' | 'grid'>[];
  /** Accounts whose terms have changed. */
  readonly accounts: readonly ExchangeAccount[];
}

/** Ids and market time are used up to here before it is said again. */
export interface ReserveLine {
  readonly kind: 'reserve';
  readonly reserved: ReservedIds;
  readonly prices: readonly LastPrice[];
}

/** What a state file consists of, in this order: a head, its history, and then changes and reserves as they come. */
export type StateLine = HeadLine | HistoryLine | ChangeLine | ReserveLine;

const KINDS: readonly unknown[] = ['head', 'history', 'change', 'reserve'];
const CHECKSUM_LENGTH = 8;

/** The line with its checksum and its end. */
export function encodeLine(line: StateLine): string {
  const text = canonicalJson(line);
  return `${checksumOf(text)} ${text}\n`;
}

/** What `encodeLine` wrote, without its end; undefined for a line that is torn or was changed. */
export function decodeLine(line: string): unknown {
  const text = line.slice(CHECKSUM_LENGTH + 1);
  return line.slice(0, CHECKSUM_LENGTH) === checksumOf(text) ? parseCanonicalJson(text) : undefined;
}

/** Whether a line whose checksum is right is one of this version: its contents are what was written then. */
export function isStateLine(value: unknown): value is StateLine {
  return typeof value === 'object' && value !== null && 'kind' in value && KINDS.includes(value.kind);
}

function checksumOf(text: string): string {
  return crc32(text).toString(16).padStart(CHECKSUM_LENGTH, '0');
}
