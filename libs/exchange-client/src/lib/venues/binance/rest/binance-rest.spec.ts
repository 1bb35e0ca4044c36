import { ManualClock } from '@org/domain/testing';
import { CUT, reply, StubTransport } from '../../../../../test/stub-transport.ts';
import { RateLedger } from '../../../limits/rate-ledger.ts';
import { WaitingLine } from '../../../limits/waiting-line.ts';
import { ServerTime } from '../../../server-time/server-time.ts';
import { hmacSigner } from '../../../signing/signer.ts';
import { BinanceRest } from './binance-rest.ts';
import type { RequestDescription } from './request-description.ts';
import type { RequestGuardOptions } from './request-guard.ts';
import { RequestGuard } from './request-guard.ts';

/** Ten seconds into a minute. */
const START = 1_700_000_050_000;

const ORDER: RequestDescription = {
  ...{ method: 'POST', path: '/api/v3/order', parameters: { symbol: 'BTCUSDT' }, isSigned: true },
};
const CANCEL: RequestDescription = { ...ORDER, method: 'DELETE' };
const QUERY: RequestDescription = { ...ORDER, method: 'GET' };

function client(options: RequestGuardOptions = {}) {
  const clock = new ManualClock(START);
  const transport = new StubTransport();
  const time = new ServerTime(() => clock.now() - START, START);
  const ledger = new RateLedger({
    limits: [
      { kind: 'weight', intervalMs: 60_000, limit: 100 },
      { kind: 'orders', intervalMs: 10_000, limit: 50 },
    ],
    nowMs: () => time.nowMs(),
  });
  const circuit: string[] = [];
  const rest = new BinanceRest({
    ...{ transport, time, ledger, signer: hmacSigner('the-key', 'the-secret') },
    line: new WaitingLine(ledger, clock),
    guard: new RequestGuard({ ...options, onCircuit: (state) => circuit.push(state) }),
  });
  return { rest, transport, ledger, clock, time, circuit };
}

const used = (ledger: RateLedger) => ledger.use().map((limit) => limit.used);

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('a request', () => {
  it('carries its key, the time of the exchange and a signature', async () => {
    const { rest, transport } = client();
    expect(await rest.send(ORDER, 'trade')).toEqual({ kind: 'answer', body: {} });
    expect(transport.sent[0]).toMatchObject({ headers: { 'x-mbx-apikey': 'the-key' } });
    expect(transport.sent[0]?.path).toMatch(
      /^\/api\/v3\/order\?symbol=BTCUSDT&recvWindow=5000&timestamp=1700000050000&signature=[0-9a-f]{64}$/,
    );
  });

  it('is charged before it goes, and given back where trading has succeeded', async () => {
    const { rest, ledger } = client();
    const sending = rest.send(ORDER, 'trade');
    expect(used(ledger)).toEqual([1, 1]);
    await sending;
    expect(used(ledger)).toEqual([0, 1]);
  });

  it('costs its weight where it is refused', async () => {
    const { rest, ledger, transport } = client();
    transport.answer([
      reply(400, { code: -2010, msg: 'Account has insufficient balance for requested action.' }),
    ]);
    expect(await rest.send(ORDER, 'trade')).toMatchObject({ kind: 'refusal', code: -2010 });
    expect(used(ledger)).toEqual([1, 1]);
  });
});

describe('an outage', () => {
  it('lets a question be asked again, at most three times', async () => {
    const { rest, transport } = client();
    transport.answer([], CUT);
    const asking = rest.send(QUERY, 'protect');
    await jest.advanceTimersByTimeAsync(60_000);
    expect(await asking).toMatchObject({ kind: 'unknown', reason: 'cut' });
    expect(transport.sent).toHaveLength(4);
  });

  it('never lets an order or a cancel be sent again', async () => {
    const { rest, transport } = client();
    transport.answer([], reply(503, { code: -1007, msg: 'Timeout' }));
    expect(await rest.send(ORDER, 'trade')).toMatchObject({ kind: 'unknown', code: -1007 });
    expect(await rest.send(CANCEL, 'protect')).toMatchObject({ kind: 'unknown', code: -1007 });
    await jest.advanceTimersByTimeAsync(60_000);
    expect(transport.paths).toEqual([
      'POST /api/v3/order?symbol=BTCUSDT',
      'DELETE /api/v3/order?symbol=BTCUSDT',
    ]);
  });

  it('opens the circuit after five in a row, and one request closes it again', async () => {
    const { rest, transport, circuit } = client();
    transport.answer(Array.from({ length: 5 }, () => CUT));
    for (let round = 0; round < 5; round += 1) await rest.send(CANCEL, 'protect');
    expect(await rest.send(CANCEL, 'protect')).toMatchObject({ kind: 'notSent', reason: 'circuitOpen' });
    expect(transport.sent).toHaveLength(5);
    await jest.advanceTimersByTimeAsync(10_000);
    expect(await rest.send(CANCEL, 'protect')).toMatchObject({ kind: 'answer' });
    expect(circuit).toEqual(['open', 'halfOpen', 'closed']);
  });

  it('is no refusal: those keep the circuit closed', async () => {
    const { rest, transport } = client();
    transport.answer([], reply(400, { code: -2011, msg: 'Unknown order sent.' }));
    for (let round = 0; round < 20; round += 1) {
      expect(await rest.send(CANCEL, 'protect')).toMatchObject({ kind: 'refusal' });
    }
  });
});

describe('a limit', () => {
  it('lets an order fail at once, and a cancel through on what is kept for it', async () => {
    const { rest, transport, ledger } = client();
    ledger.take({ weight: 97, orders: 0 }, 'protect');
    expect(await rest.send(ORDER, 'trade')).toMatchObject({ kind: 'notSent', reason: 'limit' });
    expect(await rest.send(CANCEL, 'protect')).toMatchObject({ kind: 'answer' });
    expect(transport.paths).toEqual(['DELETE /api/v3/order?symbol=BTCUSDT']);
  });

  it('makes history wait for the next window', async () => {
    const { rest, transport, ledger, clock } = client();
    const before = ledger.take({ weight: 93, orders: 0 }, 'bulk');
    if (before.kind === 'charge') before.settle([], false);
    const asking = rest.send({ ...QUERY, path: '/api/v3/klines', isSigned: false }, 'bulk');
    clock.pass(50_099);
    expect(transport.sent).toHaveLength(0);
    clock.pass(1);
    expect(await asking).toMatchObject({ kind: 'answer' });
  });

  it.each([429, 418])('told with %i silences everything for as long as it says', async (status) => {
    const { rest, transport, clock } = client();
    transport.answer([reply(status, { code: -1003, msg: 'Too many requests.' }, { 'retry-after': '7' })]);
    expect(await rest.send(CANCEL, 'protect')).toMatchObject({ kind: 'refusal', status });
    expect(await rest.send(ORDER, 'trade')).toMatchObject({ kind: 'notSent', reason: 'backingOff' });
    const cancelling = rest.send(CANCEL, 'protect');
    clock.pass(6999);
    expect(transport.sent).toHaveLength(1);
    clock.pass(1);
    expect(await cancelling).toMatchObject({ kind: 'answer' });
  });

  it('on orders stops orders until their window ends, and no cancel', async () => {
    const { rest, transport, clock } = client();
    const text = 'Too many new orders; current limit is 50 orders per 10 SECOND.';
    transport.answer([reply(429, { code: -1015, msg: text }, { 'retry-after': '7' })]);
    expect(await rest.send(ORDER, 'trade')).toMatchObject({ kind: 'refusal', code: -1015 });
    expect(await rest.send(ORDER, 'trade')).toMatchObject({ kind: 'notSent', reason: 'limit' });
    expect(await rest.send(CANCEL, 'protect')).toMatchObject({ kind: 'answer' });
    clock.pass(10_100);
    expect(await rest.send(ORDER, 'trade')).toMatchObject({ kind: 'answer' });
  });

  it('that history waits for keeps no order and no cancel waiting', async () => {
    const { rest, transport, ledger } = client();
    ledger.take({ weight: 93, orders: 0 }, 'bulk');
    for (let count = 0; count < 300; count += 1) void rest.send({ ...QUERY, isSigned: false }, 'bulk');
    expect(await rest.send(ORDER, 'trade')).toMatchObject({ kind: 'answer' });
    expect(await rest.send(CANCEL, 'protect')).toMatchObject({ kind: 'answer' });
    expect(transport.paths).toHaveLength(2);
  });

  it('is learnt from the headers of every answer', async () => {
    const { rest, transport, ledger } = client();
    transport.answer([reply(200, {}, { 'x-mbx-used-weight-1m': '60', 'x-mbx-order-count-10s': '9' })]);
    await rest.send(QUERY, 'protect');
    expect(used(ledger)).toEqual([60, 9]);
  });
});

describe('requests that wait for their place', () => {
  const BUSY = reply(429, { code: -1003, msg: 'Too many requests.' }, { 'retry-after': '7' });

  it('do not go when silence is asked for meanwhile, and go when it ends', async () => {
    const { rest, transport, clock } = client({ bulkInFlight: 1 });
    transport.answer([BUSY]);
    const asked = [1, 2, 3].map(() => rest.send({ ...QUERY, isSigned: false }, 'bulk'));
    await jest.advanceTimersByTimeAsync(0);
    expect(await asked[0]).toMatchObject({ kind: 'refusal', status: 429 });
    clock.pass(6999);
    expect(transport.sent).toHaveLength(1);
    clock.pass(1);
    expect(await Promise.all(asked.slice(1))).toMatchObject([{ kind: 'answer' }, { kind: 'answer' }]);
  });

  it('keep no budget where they do not go', async () => {
    const { rest, transport, ledger } = client({ inFlight: 1 });
    transport.answer([BUSY]);
    const [, second] = await Promise.all([rest.send(ORDER, 'trade'), rest.send(ORDER, 'trade')]);
    expect(second).toMatchObject({ kind: 'notSent', reason: 'backingOff' });
    // The refused one counts, as far as we know.
    expect(used(ledger)).toEqual([1, 1]);
  });
});

describe('a clock that is off', () => {
  const WRONG_TIME = reply(400, {
    code: -1021,
    msg: 'Timestamp for this request is outside of the recvWindow.',
  });

  it('is set right, and the question asked once more', async () => {
    const { rest, transport, time } = client();
    transport.answer([WRONG_TIME, reply(200, { serverTime: START + 90_000 })]);
    expect(await rest.send(QUERY, 'protect')).toMatchObject({ kind: 'answer' });
    expect(transport.paths).toEqual([
      'GET /api/v3/order?symbol=BTCUSDT',
      'GET /api/v3/time',
      'GET /api/v3/order?symbol=BTCUSDT',
    ]);
    expect(transport.sent[2]?.path).toContain(`timestamp=${START + 90_000}`);
    expect(time.nowMs()).toBe(START + 90_000);
  });

  it('is not asked for ever', async () => {
    const { rest, transport } = client();
    transport.answer([], WRONG_TIME);
    expect(await rest.send(QUERY, 'protect')).toMatchObject({ kind: 'refusal', code: -1021 });
    expect(transport.paths.filter((path) => path.startsWith('GET /api/v3/order'))).toHaveLength(2);
  });

  it('is set right after an order too, which is not sent again', async () => {
    const { rest, transport, time } = client();
    transport.answer([WRONG_TIME, reply(200, { serverTime: START + 90_000 })]);
    expect(await rest.send(ORDER, 'trade')).toMatchObject({ kind: 'refusal', code: -1021 });
    expect(transport.paths).toEqual(['POST /api/v3/order?symbol=BTCUSDT', 'GET /api/v3/time']);
    expect(time.nowMs()).toBe(START + 90_000);
  });
});
