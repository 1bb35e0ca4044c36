import type { BalanceMoved, BalancesChanged, ExchangeEvent, ListReport } from '@org/simulator';
import { CONTINGENCY_WORDS, LIST_ORDER_STATUS_WORDS, LIST_STATUS_WORDS } from '../order-lists/list-shape.ts';
import { decimalsOf } from '../orders/told-order.ts';
import { fixedText } from '../wire/decimal-text.ts';
import type { World } from '../world/world.ts';
import { executionReport } from './execution-report.ts';

/** What an account is told, in the exchange's words; its times are in ms. */
export interface UserDataEvent {
  readonly accountId: string;
  readonly event: object;
}

/** What an account is told of an event; null for events that do not concern accounts. */
export function userDataEvent(event: ExchangeEvent, world: World): UserDataEvent | null {
  switch (event.kind) {
    case 'orderReport':
      return { accountId: event.order.accountId, event: executionReport(event, world) };
    case 'listReport':
      return { accountId: event.list.accountId, event: listStatus(event) };
    case 'balancesChanged':
      return { accountId: event.accountId, event: outboundAccountPosition(event, world) };
    case 'balanceMoved':
      return { accountId: event.accountId, event: balanceUpdate(event, world) };
    case 'marketTrade':
    case 'levelChanged':
    case 'symbolChanged':
      return null;
  }
}

/** The last that a subscriber hears. */
export function eventStreamTerminated(timeMs: number): object {
  return { e: 'eventStreamTerminated', E: timeMs };
}

function outboundAccountPosition({ time, balances }: BalancesChanged, world: World): object {
  const decimals = decimalsOf(world);
  return {
    e: 'outboundAccountPosition',
    E: time,
    u: time,
    B: balances.map(({ asset, free, locked }) => ({
      a: asset,
      f: fixedText(free, decimals(asset)),
      l: fixedText(locked, decimals(asset)),
    })),
  };
}

function balanceUpdate({ time, asset, amount }: BalanceMoved, world: World): object {
  return { e: 'balanceUpdate', E: time, a: asset, d: fixedText(amount, decimalsOf(world)(asset)), T: time };
}

function listStatus({ time, list }: ListReport): object {
  return {
    e: 'listStatus',
    E: time,
    s: list.symbol,
    g: list.listId,
    c: CONTINGENCY_WORDS[list.contingency],
    l: LIST_STATUS_WORDS[list.status],
    L: LIST_ORDER_STATUS_WORDS[list.orderStatus],
    r: 'NONE',
    C: list.listClientOrderId,
    T: list.transactionTime,
    O: list.orders.map(({ orderId, clientOrderId }) => ({ s: list.symbol, i: orderId, c: clientOrderId })),
  };
}
