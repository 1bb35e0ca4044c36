import { startLocalBinance } from '@org/local-binance';
import { KEY } from './recorded-order.ts';

/** An exchange on this machine that answers orders after 50 ms, in a process of its own; its limits are out of the way. */
const LATENCY_MS = 50;
const many = 1_000_000_000;
const exchange = await startLocalBinance({
  ...{ speed: 0, market: [], accounts: [{ accountId: 'me', balances: { USDT: '1000000000' }, keys: [KEY] }] },
  orderLimits: [{ interval: 'SECOND', intervalNum: 10, limit: many }],
  requestLimits: [{ rateLimitType: 'REQUEST_WEIGHT', interval: 'MINUTE', intervalNum: 1, limit: many }],
});
exchange.faults.add({ kind: 'request', match: { path: '/api/v3/order' }, delayBeforeMs: LATENCY_MS });
process.on('message', () => void exchange.close().then(() => process.disconnect()));
// However the benchmark ends, its exchange ends too.
process.on('disconnect', () => process.exit());
process.send?.({ origin: exchange.restUrl });
