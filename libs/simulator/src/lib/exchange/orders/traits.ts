import type { ExchangeOrderStatus, ExpiryReason, TimeInForce } from '../exchange-order.ts';
import type { ExchangeOrderType, SelfTradePrevention } from '../symbol-rules.ts';
import type { OrderTerms } from './order-terms.ts';
import { fitsRow, isAtMarket, isContingent } from './order-terms.ts';

/**
 * What an order is, in the bits of one word: it lies beside the numbers that are looked at with it, where a reference to
 * a value would lead elsewhere in memory. A bit each for what is asked at every step, and for choices the number of the
 * value in its list.
 */
export const IS_SELL = 1 << 0;
/** It waits for the market to reach a price. */
export const IS_CONTINGENT = 1 << 1;
/** It takes what there is, at any price, once it works. */
export const IS_AT_MARKET = 1 << 2;
export const IS_WORKING = 1 << 3;
/** It has terms that have no place in its row. */
export const HAS_TERMS = 1 << 4;
export const HAS_LIST = 1 << 5;
export const HAS_TRAIL = 1 << 6;
/** Anything of it lies beside its row: terms, a list, a trail, a count of amendments, money that no double holds. */
export const HAS_MORE = 1 << 7;
/** Only a part of it is shown at a time. */
export const IS_ICEBERG = 1 << 8;
/** Its owner gave it a name. */
export const IS_NAMED = 1 << 9;

/** Nobody has named it, but somebody has asked for its name. */
export const KNOWS_NAME = 1 << 25;

/** It is found by its id. */
export const IS_KNOWN = 1 << 26;

const STATUS = 10;
const TYPE = 13;
const TIME_IN_FORCE = 16;
const MODE = 18;
const REASON = 21;

/** Those of open orders first. */
const STATUSES: readonly ExchangeOrderStatus[] = [
  'new',
  'partiallyFilled',
  'pendingNew',
  'filled',
  'cancelled',
  'rejected',
  'expired',
  'expiredInMatch',
];
const LAST_OPEN = STATUSES.indexOf('pendingNew');
const PARTIALLY_FILLED = STATUSES.indexOf('partiallyFilled');
const FILLED = STATUSES.indexOf('filled');

const TYPES: readonly ExchangeOrderType[] = [
  'limit',
  'limitMaker',
  'market',
  'stopLoss',
  'stopLossLimit',
  'takeProfit',
  'takeProfitLimit',
];

const TIMES_IN_FORCE: readonly TimeInForce[] = ['gtc', 'ioc', 'fok'];
const IOC = TIMES_IN_FORCE.indexOf('ioc');
const FOK = TIMES_IN_FORCE.indexOf('fok');

const MODES: readonly SelfTradePrevention[] = [
  'none',
  'expireTaker',
  'expireMaker',
  'expireBoth',
  'decrement',
  'transfer',
];

const REASONS: readonly (ExpiryReason | null)[] = [
  null,
  'rejected',
  'exchangeCancelled',
  'ocoTriggered',
  'otoPhaseOneExpired',
  'iocRest',
  'fokUnfilled',
  'insufficientLiquidity',
  'priceRangeExceeded',
];

/** The word of an order that has just come. */
export function traitsOf(terms: OrderTerms): number {
  let word = terms.side === 'buy' ? 0 : IS_SELL;
  if (terms.type !== 'limit') word |= typeBits(terms.type);
  if (terms.timeInForce !== 'gtc') word |= (terms.timeInForce === 'ioc' ? IOC : FOK) << TIME_IN_FORCE;
  if (terms.selfTradePrevention !== 'none') word |= MODES.indexOf(terms.selfTradePrevention) << MODE;
  if (terms.clientOrderId !== null) word |= IS_NAMED;
  if (terms.icebergQuantity !== null) word |= IS_ICEBERG;
  return fitsRow(terms) ? word : word | HAS_TERMS | HAS_MORE;
}

function typeBits(type: ExchangeOrderType): number {
  const kind = (isContingent(type) ? IS_CONTINGENT : 0) | (isAtMarket(type) ? IS_AT_MARKET : 0);
  return kind | (TYPES.indexOf(type) << TYPE);
}

export function isOpen(word: number): boolean {
  return ((word >>> STATUS) & 7) <= LAST_OPEN;
}

export function statusOf(word: number): ExchangeOrderStatus {
  return STATUSES[(word >>> STATUS) & 7]!;
}

/** Whether it is neither an iceberg nor a stop. */
export function isPlain(word: number): boolean {
  return (word & (IS_ICEBERG | IS_CONTINGENT)) === 0;
}

/** Whether its row says everything about it, and all of it is shown wherever it stands. */
export function isRowAlone(word: number): boolean {
  return (word & (IS_ICEBERG | IS_CONTINGENT | HAS_MORE)) === 0;
}

/** Whether it is a limit order that stays until it is filled, with nothing more to it. */
export function isRestingLimit(word: number): boolean {
  return (word & (IS_ICEBERG | IS_CONTINGENT | IS_AT_MARKET | HAS_MORE | (3 << TIME_IN_FORCE))) === 0;
}

export function isIoc(word: number): boolean {
  return ((word >>> TIME_IN_FORCE) & 3) === IOC;
}

export function isFok(word: number): boolean {
  return ((word >>> TIME_IN_FORCE) & 3) === FOK;
}

export function isFilled(word: number): boolean {
  return ((word >>> STATUS) & 7) === FILLED;
}

/** The word of an order that ends. */
export function ended(word: number, status: ExchangeOrderStatus, reason: ExpiryReason | null): number {
  const cleared = word & ~((7 << STATUS) | (15 << REASON));
  return cleared | (numberOf(status) << STATUS) | ((reason === null ? 0 : REASONS.indexOf(reason)) << REASON);
}

export function withStatus(word: number, status: ExchangeOrderStatus): number {
  return (word & ~(7 << STATUS)) | (numberOf(status) << STATUS);
}

export function filled(word: number): number {
  return (word & ~(7 << STATUS)) | (FILLED << STATUS);
}

export function partiallyFilled(word: number): number {
  return (word & ~(7 << STATUS)) | (PARTIALLY_FILLED << STATUS);
}

/** Where a status stands among them, without a search: each step of an order's life asks. */
function numberOf(status: ExchangeOrderStatus): number {
  switch (status) {
    case 'new':
      return 0;
    case 'partiallyFilled':
      return 1;
    case 'pendingNew':
      return 2;
    case 'filled':
      return 3;
    case 'cancelled':
      return 4;
    case 'rejected':
      return 5;
    case 'expired':
      return 6;
    case 'expiredInMatch':
      return 7;
    default:
      return status satisfies never;
  }
}

export function reasonOf(word: number): ExpiryReason | null {
  return REASONS[(word >>> REASON) & 15]!;
}

export function withReason(word: number, reason: ExpiryReason | null): number {
  const number = reason === null ? 0 : REASONS.indexOf(reason);
  return (word & ~(15 << REASON)) | (number << REASON);
}

export function typeOf(word: number): ExchangeOrderType {
  return TYPES[(word >>> TYPE) & 7]!;
}

export function timeInForceOf(word: number): TimeInForce {
  return TIMES_IN_FORCE[(word >>> TIME_IN_FORCE) & 3]!;
}

export function modeOf(word: number): SelfTradePrevention {
  return MODES[(word >>> MODE) & 7]!;
}
