import { ACCOUNT, klinesFrom, RESTRICTIONS, TRADES } from '../src/lib/venues/binance/fixtures/account.ts';
import { EXCHANGE_INFO } from '../src/lib/venues/binance/fixtures/exchange-info.ts';
import { CANCELLED_LIST, OCO, OTO, OTOCO, QUERIED_LIST } from '../src/lib/venues/binance/fixtures/lists.ts';
import {
  AMENDED,
  CANCELLED,
  ERRORS,
  PLACED,
  QUERIED,
  QUERIED_FILLED,
  REPLACE_FAILURES,
  REPLACED,
} from '../src/lib/venues/binance/fixtures/orders.ts';
import type { HttpOutcome, HttpRequest, HttpTransport } from '../src/lib/transport/http-transport.ts';
import type { Situation } from '../src/testing.ts';
import { CONTRACT_CANDLES } from '../src/testing.ts';
import { CUT } from './stub-transport.ts';

/** A status and a body. */
export type RecordedAnswer = readonly [status: number, body: unknown];

/** Of each endpoint what it answers; one with a word behind it where its query holds that word. */
export type RecordedAnswers = Readonly<Record<string, RecordedAnswer>>;

const EVERYWHERE: RecordedAnswers = {
  'GET /api/v3/time': [200, { serverTime: CONTRACT_CANDLES.endMs + 3_600_000 }],
  'GET /api/v3/exchangeInfo': [200, EXCHANGE_INFO],
  'POST /api/v3/order': [200, PLACED],
  'POST /api/v3/order contract-dear': [400, ERRORS.tooDear],
  'POST /api/v3/orderList/oco': [200, OCO],
  'POST /api/v3/orderList/oto': [200, OTO],
  'POST /api/v3/orderList/otoco': [200, OTOCO],
  'GET /sapi/v1/account/apiRestrictions': [200, RESTRICTIONS],
};

const NOTHING_OPEN: RecordedAnswers = {
  ...EVERYWHERE,
  'GET /api/v3/order': [400, ERRORS.noSuchOrder],
  'GET /api/v3/orderList': [400, ERRORS.noSuchList],
  'DELETE /api/v3/order': [400, ERRORS.tooLate],
  'DELETE /api/v3/openOrders': [400, ERRORS.tooLate],
  'POST /api/v3/order/cancelReplace': REPLACE_FAILURES.notAttempted,
  'POST /api/v3/order/cancelReplace ALLOW_FAILURE': REPLACE_FAILURES.onlyPlaced,
  'POST /api/v3/order/cancelReplace contract-dear': REPLACE_FAILURES.neither,
};

/** What the exchange answers in each situation of the contract in which it answers. */
export const RECORDED: Readonly<Record<Exclude<Situation, 'silent'>, RecordedAnswers>> = {
  quiet: NOTHING_OPEN,
  resting: {
    ...EVERYWHERE,
    'GET /api/v3/order': [200, QUERIED],
    'GET /api/v3/openOrders': [200, [QUERIED]],
    'DELETE /api/v3/order': [200, CANCELLED],
    'DELETE /api/v3/openOrders': [200, [CANCELLED]],
    'PUT /api/v3/order/amend/keepPriority': [200, AMENDED],
    'POST /api/v3/order/cancelReplace': [200, REPLACED],
    'POST /api/v3/order/cancelReplace contract-dear': REPLACE_FAILURES.onlyCancelled,
  },
  traded: {
    ...NOTHING_OPEN,
    'GET /api/v3/order': [200, QUERIED_FILLED],
    'GET /api/v3/account': [200, ACCOUNT],
    'GET /api/v3/myTrades': [200, TRADES],
    'GET /api/v3/klines': [200, klinesFrom(CONTRACT_CANDLES.startMs)],
  },
  listed: {
    ...EVERYWHERE,
    'GET /api/v3/orderList': [200, QUERIED_LIST],
    'GET /api/v3/openOrderList': [200, [QUERIED_LIST]],
    'DELETE /api/v3/orderList': [200, CANCELLED_LIST],
  },
};

/** An exchange that answers what was recorded, and breaks the connection where nothing was. */
export class RecordedExchange implements HttpTransport {
  readonly origin = 'http://recorded';
  readonly #answers: RecordedAnswers;

  constructor(answers: RecordedAnswers) {
    this.#answers = answers;
  }

  send({ method, path }: HttpRequest): Promise<HttpOutcome> {
    const [endpoint = '', query = ''] = path.split('?');
    const key = `${method} ${endpoint}`;
    const special = Object.keys(this.#answers).filter((name) => name.startsWith(`${key} `));
    // The last that fits is the most special.
    const fitting = special.findLast((name) => query.includes(name.slice(key.length + 1)));
    const answer = this.#answers[fitting ?? key];
    if (answer === undefined) return Promise.resolve(CUT);
    const [status, body] = answer;
    return Promise.resolve({ kind: 'reply', status, headers: {}, body: JSON.stringify(body) });
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
