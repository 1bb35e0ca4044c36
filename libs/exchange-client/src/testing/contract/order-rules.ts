import type { CancelOrder } from '@org/domain';
import { PAIR, RESTING } from './contract-orders.ts';
import { DEAR } from './contract-orders.ts';
import type { ContractRule } from './contract-rule.ts';
import { SOME_NUMBER } from './contract-rule.ts';

const { symbol, clientOrderId } = RESTING;
const CANCEL: CancelOrder = {
  ...{ kind: 'cancel', time: 0, strategyId: 'contract', symbol, clientOrderId, reason: 'enough seen' },
};
const OPEN = { symbol, clientOrderId, side: 'buy', quantity: 10_000, filled: 0, status: 'open' };

/** Placing, asking and cancelling. */
export const orderRules: readonly ContractRule[] = [
  {
    name: 'an order that the market does not meet is accepted, and rests under its own name',
    situation: 'quiet',
    ask: ({ orders }) => orders.place(RESTING),
    answer: { kind: 'accepted', order: OPEN },
  },
  {
    name: 'an order that cannot be paid is rejected, with the code of the venue',
    situation: 'quiet',
    ask: ({ orders }) => orders.place(DEAR),
    answer: { kind: 'rejected', code: SOME_NUMBER },
  },
  {
    name: 'an order without an answer is in doubt',
    situation: 'silent',
    ask: ({ orders }) => orders.place(RESTING),
    answer: { kind: 'unknown' },
  },
  {
    name: 'a pair is accepted, and each leg told by its own name',
    situation: 'quiet',
    ask: ({ orders }) => orders.placePair(PAIR),
    answer: [
      { kind: 'accepted', order: { clientOrderId: PAIR.stop.clientOrderId, side: 'sell', quantity: 1_000 } },
      {
        kind: 'accepted',
        order: { clientOrderId: PAIR.target.clientOrderId, side: 'sell', quantity: 1_000 },
      },
    ],
  },
  {
    name: 'an order that rests is found by its name',
    situation: 'resting',
    ask: ({ orders }) => orders.query(symbol, clientOrderId),
    answer: { kind: 'accepted', order: OPEN },
  },
  {
    name: 'an order that was filled is found, filled',
    situation: 'traded',
    ask: ({ orders }) => orders.query(symbol, clientOrderId),
    answer: { kind: 'accepted', order: { ...OPEN, filled: 10_000, status: 'filled' } },
  },
  {
    name: 'an order that is not there is absent',
    situation: 'quiet',
    ask: ({ orders }) => orders.query(symbol, clientOrderId),
    answer: { kind: 'absent' },
  },
  {
    name: 'a question without an answer says nothing',
    situation: 'silent',
    ask: ({ orders }) => orders.query(symbol, clientOrderId),
    answer: { kind: 'unknown' },
  },
  {
    name: 'an order that rests is cancelled, and told by its own name and not by that of the cancel',
    situation: 'resting',
    ask: ({ orders }) => orders.cancel(CANCEL),
    answer: { kind: 'cancelled', order: { ...OPEN, status: 'cancelled' } },
  },
  {
    name: 'a cancel that comes too late is rejected',
    situation: 'traded',
    ask: ({ orders }) => orders.cancel(CANCEL),
    answer: { kind: 'rejected', code: SOME_NUMBER },
  },
  {
    name: 'a cancel without an answer is in doubt',
    situation: 'silent',
    ask: ({ orders }) => orders.cancel(CANCEL),
    answer: { kind: 'unknown' },
  },
];
