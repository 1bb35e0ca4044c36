import type { CancelOrder } from '@org/domain';
import { quantity } from '@org/domain';
import { DEAR, REPLACEMENT, RESTING } from './contract-orders.ts';
import type { ContractRule } from './contract-rule.ts';
import { SOME_NUMBER } from './contract-rule.ts';

const { symbol, clientOrderId } = RESTING;
const cancel: CancelOrder = {
  ...{ kind: 'cancel', time: 0, strategyId: 'contract', symbol, clientOrderId, reason: 'to be replaced' },
};
const CANCELLED = { kind: 'cancelled', order: { clientOrderId, status: 'cancelled' } };
const REJECTED = { kind: 'rejected', code: SOME_NUMBER };
const ACCEPTED = { kind: 'accepted', order: { clientOrderId: REPLACEMENT.clientOrderId, status: 'open' } };

/** Orders that take the place of others, become smaller, or are looked at and taken back together. */
export const changeRules: readonly ContractRule[] = [
  {
    name: 'a replacement takes the old order back and places the new one',
    situation: 'resting',
    ask: ({ changes }) => changes.replace({ cancel, place: REPLACEMENT }),
    answer: { cancel: CANCELLED, place: ACCEPTED },
  },
  {
    name: 'a replacement of what is gone places nothing',
    situation: 'traded',
    ask: ({ changes }) => changes.replace({ cancel, place: REPLACEMENT }),
    answer: { cancel: REJECTED, place: { kind: 'notAttempted' } },
  },
  {
    name: 'a replacement of what is gone places all the same where that is asked for',
    situation: 'traded',
    ask: ({ changes }) => changes.replace({ cancel, place: REPLACEMENT, ifCancelFails: 'placeAnyway' }),
    answer: { cancel: REJECTED, place: ACCEPTED },
  },
  {
    name: 'a replacement that cannot be paid has lost the old order',
    situation: 'resting',
    ask: ({ changes }) => changes.replace({ cancel, place: DEAR }),
    answer: { cancel: CANCELLED, place: REJECTED },
  },
  {
    name: 'a replacement may fail in both halves',
    situation: 'traded',
    ask: ({ changes }) => changes.replace({ cancel, place: DEAR, ifCancelFails: 'placeAnyway' }),
    answer: { cancel: REJECTED, place: REJECTED },
  },
  {
    name: 'a replacement without an answer is in doubt in both halves',
    situation: 'silent',
    ask: ({ changes }) => changes.replace({ cancel, place: REPLACEMENT }),
    answer: { cancel: { kind: 'unknown' }, place: { kind: 'unknown' } },
  },
  {
    name: 'an order that is made smaller keeps its name',
    situation: 'resting',
    ask: ({ changes }) => changes.amendDown(symbol, clientOrderId, quantity(4_000)),
    answer: { kind: 'amended', order: { clientOrderId, quantity: 4_000, status: 'open' } },
  },
  {
    name: 'an order that rests is among the open orders',
    situation: 'resting',
    ask: ({ openOrders }) => openOrders.read(symbol),
    answer: {
      kind: 'read',
      value: { orders: [{ clientOrderId, quantity: 10_000, filled: 0, status: 'open' }], elsewhere: [] },
    },
  },
  {
    name: 'open orders that are not told are unread, and not none',
    situation: 'silent',
    ask: ({ openOrders }) => openOrders.read(symbol),
    answer: { kind: 'unread' },
  },
  {
    name: 'all open orders of a market are cancelled at once',
    situation: 'resting',
    ask: ({ openOrders }) => openOrders.cancelAll(symbol),
    answer: { kind: 'cancelled', orders: [{ clientOrderId, status: 'cancelled' }] },
  },
  {
    name: 'where nothing is open nothing is cancelled',
    situation: 'quiet',
    ask: ({ openOrders }) => openOrders.cancelAll(symbol),
    answer: { kind: 'cancelled', orders: [] },
  },
];
