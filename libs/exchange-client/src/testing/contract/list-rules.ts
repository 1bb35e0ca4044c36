import { LISTS } from './contract-orders.ts';
import type { ContractRule } from './contract-rule.ts';
import type { ContractVenue } from './scene.ts';

const { symbol, listClientOrderId } = LISTS.otoco;
const ENTRY = 'contract-entry';
const STOP = 'contract-stop';
const TARGET = 'contract-target';
const OPEN = { symbol, listClientOrderId, status: 'open' };

/** The order of a list's orders means nothing: by their names. */
async function placed({ lists }: ContractVenue, list: (typeof LISTS)[keyof typeof LISTS]): Promise<unknown> {
  const answer = await lists.placeList(list);
  if (answer.kind !== 'accepted') return answer;
  return { ...answer, orders: byName(answer.orders), names: answer.list.clientOrderIds.toSorted() };
}

function byName<Named extends { readonly clientOrderId: string }>(
  orders: readonly Named[],
): readonly Named[] {
  return orders.toSorted((a, b) => (a.clientOrderId < b.clientOrderId ? -1 : 1));
}

/** Orders that depend on each other. */
export const listRules: readonly ContractRule[] = [
  {
    name: 'a list of which one cancels the other is accepted whole',
    situation: 'quiet',
    ask: (venue) => placed(venue, LISTS.oco),
    answer: { kind: 'accepted', list: OPEN, names: [STOP, TARGET] },
  },
  {
    name: 'a list of which one triggers the other is accepted whole, and the other waits',
    situation: 'quiet',
    ask: (venue) => placed(venue, LISTS.oto),
    answer: {
      ...{ kind: 'accepted', list: OPEN, names: [ENTRY, TARGET] },
      orders: [
        { clientOrderId: ENTRY, side: 'buy', quantity: 1_000, status: 'open' },
        { clientOrderId: TARGET, side: 'sell', quantity: 1_000, status: 'waiting' },
      ],
    },
  },
  {
    name: 'a list of which one triggers a pair is accepted whole, and the pair waits',
    situation: 'quiet',
    ask: (venue) => placed(venue, LISTS.otoco),
    answer: {
      ...{ kind: 'accepted', list: OPEN, names: [ENTRY, STOP, TARGET] },
      orders: [
        { clientOrderId: ENTRY, side: 'buy', status: 'open' },
        { clientOrderId: STOP, side: 'sell', status: 'waiting' },
        { clientOrderId: TARGET, side: 'sell', status: 'waiting' },
      ],
    },
  },
  {
    name: 'a list without an answer is in doubt',
    situation: 'silent',
    ask: ({ lists }) => lists.placeList(LISTS.otoco),
    answer: { kind: 'unknown' },
  },
  {
    name: 'a list that is open is found by its name',
    situation: 'listed',
    ask: ({ lists }) => lists.queryList(listClientOrderId),
    answer: { kind: 'there', list: OPEN },
  },
  {
    name: 'a list that is not there is absent',
    situation: 'quiet',
    ask: ({ lists }) => lists.queryList(listClientOrderId),
    answer: { kind: 'absent' },
  },
  {
    name: 'a list that is open is among the open lists',
    situation: 'listed',
    ask: ({ openOrders }) => openOrders.readLists(),
    answer: { kind: 'read', value: [OPEN] },
  },
  {
    name: 'a list is cancelled with all of its orders',
    situation: 'listed',
    ask: async ({ lists }) => {
      const answer = await lists.cancelList(symbol, listClientOrderId);
      return answer.kind === 'cancelled' ? { ...answer, orders: byName(answer.orders) } : answer;
    },
    answer: {
      ...{ kind: 'cancelled', list: { symbol, listClientOrderId, status: 'done' } },
      orders: [
        { clientOrderId: ENTRY, status: 'cancelled' },
        { clientOrderId: STOP, status: 'cancelled' },
        { clientOrderId: TARGET, status: 'cancelled' },
      ],
    },
  },
];
