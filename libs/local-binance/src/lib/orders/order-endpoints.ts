import type { Endpoint } from '../endpoints/endpoint.ts';
import { amendOrder } from './amend-order.ts';
import { cancelOpenOrders } from './cancel-open-orders.ts';
import { cancelOrder } from './cancel-order.ts';
import { cancelReplaceOrder } from './cancel-replace-order.ts';
import { testOrder } from './order-test.ts';
import { placeOrder } from './place-order.ts';
import { queryAmendments } from './query-amendments.ts';
import { queryOrder } from './query-order.ts';
import { queryAllOrders, queryOpenOrders } from './query-orders.ts';
import { placeRoutedOrder, testRoutedOrder } from './sor-order.ts';

/** To place orders, to take them back, and to ask what became of them. */
export const ORDER_ENDPOINTS: readonly Endpoint[] = [
  placeOrder,
  testOrder,
  cancelOrder,
  cancelOpenOrders,
  cancelReplaceOrder,
  amendOrder,
  queryOrder,
  queryOpenOrders,
  queryAllOrders,
  queryAmendments,
  placeRoutedOrder,
  testRoutedOrder,
];
