import type { FeatureGroup } from '../feature.ts';
import { refused, there } from '../feature.ts';

const MARKET = [
  'ping',
  'time',
  'exchangeInfo',
  'executionRules',
  'depth',
  'trades.recent',
  'trades.historical',
  'trades.aggregate',
  'blockTrades.historical',
  'klines',
  'uiKlines',
  'avgPrice',
  'ticker.24hr',
  'ticker.tradingDay',
  'ticker',
  'ticker.price',
  'ticker.book',
  'referencePrice',
  'referencePrice.calculation',
];

const SESSION = ['session.logon', 'session.status', 'session.logout', 'session.subscriptions'];

const TRADE = [
  'order.place',
  'order.test',
  'order.status',
  'order.cancel',
  'order.cancelReplace',
  'order.amend.keepPriority',
  'order.amendments',
  'openOrders.status',
  'openOrders.cancelAll',
  'allOrders',
  'orderList.place',
  'orderList.place.oco',
  'orderList.place.oto',
  'orderList.place.otoco',
  'orderList.place.opo',
  'orderList.place.opoco',
  'orderList.status',
  'orderList.cancel',
  'openOrderLists.status',
  'allOrderLists',
  'sor.order.place',
  'sor.order.test',
];

const ACCOUNT = [
  'account.status',
  'account.rateLimits.orders',
  'account.commission',
  'myTrades',
  'myAllocations',
  'myPreventedMatches',
  'myFilters',
];

const USER_DATA = [
  'userDataStream.subscribe',
  'userDataStream.subscribe.signature',
  'userDataStream.unsubscribe',
];

const REMOVED = ['userDataStream.start', 'userDataStream.ping', 'userDataStream.stop'];

const shownBy = (method: string) => `WebSocket API ${method}`;

export const SOCKET_METHODS: FeatureGroup = {
  title: 'WebSocket API',
  features: [
    ...[...MARKET, ...SESSION, ...TRADE, ...ACCOUNT, ...USER_DATA].map((method) =>
      there(method, '', shownBy(method)),
    ),
    ...REMOVED.map((method) => refused(method, '410, as Binance since 2026-02-20', shownBy(method))),
  ],
};

export const USER_DATA_EVENTS: FeatureGroup = {
  title: 'User data events',
  features: [
    there('executionReport', '', 'an execution report of a new order has all its keys'),
    there('outboundAccountPosition', '', 'an account that takes hears NEW, a TRADE for each fill'),
    there('balanceUpdate', '', 'an account that is paid in'),
    there('listStatus', '', `${shownBy('userDataStream.subscribe.signature')} tells of order lists`),
    there('eventStreamTerminated', '', 'an account hears the end of its stream'),
  ],
};
