import { createHmac } from 'node:crypto';
import type { Socket } from 'node:net';
import { createServer } from 'node:net';
import { BTCUSDT } from '../test/wire-symbols.ts';
import { KEY, orderReply } from './recorded-order.ts';

/**
 * A server that answers every order with a recorded reply under the order's own names, in a process of its own and as lean
 * as can be: it shares the machine with the clients that are measured. The signature of every 64th order is checked.
 */
const CHECKED_EACH = 64;
const MANY = 1_000_000_000;

const INFO = JSON.stringify({
  timezone: 'UTC',
  serverTime: 1_700_000_000_000,
  rateLimits: [
    { rateLimitType: 'REQUEST_WEIGHT', interval: 'MINUTE', intervalNum: 1, limit: MANY },
    { rateLimitType: 'ORDERS', interval: 'SECOND', intervalNum: 10, limit: MANY },
    { rateLimitType: 'ORDERS', interval: 'DAY', intervalNum: 1, limit: MANY },
    { rateLimitType: 'RAW_REQUESTS', interval: 'MINUTE', intervalNum: 5, limit: MANY },
  ],
  exchangeFilters: [],
  symbols: [{ ...BTCUSDT, isSpotTradingAllowed: true, permissions: [], permissionSets: [['SPOT']] }],
});

const LIMIT_HEADERS =
  'x-mbx-uuid: 0\r\nx-mbx-used-weight: 1\r\nx-mbx-used-weight-1m: 1\r\n' +
  'x-mbx-order-count-10s: 1\r\nx-mbx-order-count-1d: 1\r\n';

const answerOf = (status: string, body: string) =>
  Buffer.from(
    `HTTP/1.1 ${status}\r\nContent-Type: application/json;charset=UTF-8\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\n${LIMIT_HEADERS}\r\n${body}`,
  );

const MARKETS = answerOf('200 OK', INFO);
const WRONG = answerOf('400 Bad Request', '{"code":-1022,"msg":"Signature for this request is not valid."}');

const NAME = /newClientOrderId=([^&]*)/;
let orders = 0;

function answerTo(head: string, body: string): Buffer {
  const target = head.slice(head.indexOf(' ') + 1, head.indexOf(' HTTP/'));
  if (!target.startsWith('/api/v3/order')) return MARKETS;
  orders += 1;
  const query = target.slice(target.indexOf('?') + 1);
  if (orders % CHECKED_EACH === 1 && !isSigned(query, body)) return WRONG;
  const [, name] = NAME.exec(query) ?? NAME.exec(body) ?? [];
  return answerOf('200 OK', orderReply(orders, name));
}

function isSigned(query: string, body: string): boolean {
  const payload = query.startsWith('/') ? body : query + body;
  const [signed = '', signature] = payload.split('&signature=');
  return signature === createHmac('sha256', KEY.secret).update(signed).digest('hex');
}

function serve(socket: Socket): void {
  let heard = '';
  socket.setNoDelay(true);
  socket.setEncoding('latin1');
  socket.on('error', () => socket.destroy());
  socket.on('data', (text: string) => {
    heard += text;
    const end = heard.indexOf('\r\n\r\n');
    if (end < 0) return;
    const head = heard.slice(0, end);
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
    if (heard.length < end + 4 + length) return;
    const body = heard.slice(end + 4, end + 4 + length);
    heard = '';
    socket.write(answerTo(head, body));
  });
}

const server = createServer(serve);
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  process.send?.({ origin: `http://127.0.0.1:${port}` });
});
process.on('message', () => process.disconnect());
// However the benchmark ends, its server ends too.
process.on('disconnect', () => process.exit());
