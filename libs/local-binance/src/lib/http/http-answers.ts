import type { Found } from '../endpoints/endpoint-table.ts';
import type { OrderCount } from '../limits/order-counts.ts';
import type { RequestCount } from '../limits/request-limits.ts';
import type { HttpAnswer } from './http-exchange.ts';
import { jsonAnswer } from './http-exchange.ts';

/** What is answered where no endpoint is. */
export function notFound(kind: Found['kind']): HttpAnswer {
  switch (kind) {
    case 'removed':
      return jsonAnswer(410, { code: -1016, msg: 'This service is no longer available.' });
    case 'otherMethod':
      return jsonAnswer(405, { code: -1020, msg: 'This operation is not supported.' });
    case 'unknown':
    case 'endpoint':
      return {
        status: 404,
        headers: { 'content-type': 'text/html' },
        body: '<html>\n<body><h2>404 Not found</h2></body>\n</html>\n',
      };
  }
}

/** What an address has used, and where orders were counted, what the account has. */
export function countHeaders(
  requests: readonly RequestCount[],
  orders: readonly OrderCount[],
): Readonly<Record<string, string>> {
  const headers: Record<string, string> = {};
  for (const { rateLimitType, count, ...window } of requests) {
    if (rateLimitType !== 'REQUEST_WEIGHT') continue;
    headers['x-mbx-used-weight'] = String(count);
    headers[`x-mbx-used-weight-${letters(window)}`] = String(count);
  }
  for (const { count, ...window } of orders) {
    headers[`x-mbx-order-count-${letters(window)}`] = String(count);
  }
  return headers;
}

/** A window in the words of the headers: `1m`, `10s`. */
function letters({ intervalNum, interval }: Pick<OrderCount, 'intervalNum' | 'interval'>): string {
  return `${intervalNum}${interval.charAt(0).toLowerCase()}`;
}
