/** The pair of keys that the exchange's documents sign their examples with. */
export const KEY = {
  apiKey: 'vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A',
  secret: 'NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j',
} as const;

/** What the order in the reply is called by the exchange, and by who has placed it. */
export const ORDER_ID = 28_457;
const CLIENT_ORDER_ID = 'os1-42';

/** The full report of a limit order that rests, with every field that the exchange sends. */
const ORDER_REPLY = JSON.stringify({
  symbol: 'BTCUSDT',
  orderId: ORDER_ID,
  orderListId: -1,
  clientOrderId: CLIENT_ORDER_ID,
  transactTime: 1_700_000_000_123,
  price: '20000.00000000',
  origQty: '0.10000000',
  executedQty: '0.00000000',
  origQuoteOrderQty: '0.00000000',
  cummulativeQuoteQty: '0.00000000',
  status: 'NEW',
  timeInForce: 'GTC',
  type: 'LIMIT',
  side: 'BUY',
  workingTime: 1_700_000_000_123,
  fills: [],
  selfTradePreventionMode: 'EXPIRE_MAKER',
});

const [BEFORE = '', BETWEEN = '', AFTER = ''] = ORDER_REPLY.split(
  new RegExp(`(?<="orderId":)${ORDER_ID}|(?<="clientOrderId":")${CLIENT_ORDER_ID}`),
);

/** The same report of another order: a client that keeps records of its orders would take one name for one order. */
export function orderReply(count: number, clientOrderId = CLIENT_ORDER_ID): string {
  return `${BEFORE}${ORDER_ID + count}${BETWEEN}${clientOrderId}${AFTER}`;
}
