import { LimitedExchange } from '../../../../../test/limited-exchange.ts';
import { systemClock } from '../../../clock/system-clock.ts';
import { RateLedger } from '../../../limits/rate-ledger.ts';
import type { Purpose } from '../../../limits/rate-limit.ts';
import { WaitingLine } from '../../../limits/waiting-line.ts';
import { ServerTime } from '../../../server-time/server-time.ts';
import { hmacSigner } from '../../../signing/signer.ts';
import { BinanceRest } from './binance-rest.ts';
import { endpointCost } from './endpoint-cost.ts';
import type { RequestDescription } from './request-description.ts';
import { RequestGuard } from './request-guard.ts';

const WEIGHT_PER_MINUTE = 6000;
const ORDERS_PER_10_S = 50;
const MINUTES = 60;
const START = Date.UTC(2026, 6, 1);

const asked = (path: string, parameters: RequestDescription['parameters'] = {}): RequestDescription => ({
  ...{ method: 'GET', path, parameters, isSigned: false },
});
/** 300 of weight each second are three times what is permitted. */
const EACH_SECOND: readonly (readonly [request: RequestDescription, purpose: Purpose])[] = [
  ...Array.from({ length: 5 }, () => [asked('/api/v3/depth', { limit: 1000 }), 'bulk'] as const),
  ...Array.from({ length: 2 }, () => [asked('/api/v3/historicalTrades'), 'bulk'] as const),
];
const OFTEN_PROTECTING = asked('/api/v3/openOrders', { symbol: 'BTCUSDT' });
const ORDER: RequestDescription = { ...asked('/api/v3/order'), method: 'POST', isSigned: true };
const CANCEL: RequestDescription = { ...ORDER, method: 'DELETE' };
const ORDERS_EACH_SECOND = 15;

describe('an hour of three times the permitted load', () => {
  let exchange: LimitedExchange;
  const offered = { weight: 0, orders: 0 };

  beforeAll(async () => {
    jest.useFakeTimers({ now: START });
    exchange = new LimitedExchange({
      ...{ weightPerMinute: WEIGHT_PER_MINUTE, ordersPer10s: ORDERS_PER_10_S },
      silence: { eachMs: 600_000, forS: 20 },
    });
    const time = new ServerTime(() => performance.now(), Date.now());
    const ledger = new RateLedger({
      limits: [
        { kind: 'weight', intervalMs: 60_000, limit: WEIGHT_PER_MINUTE },
        { kind: 'orders', intervalMs: 10_000, limit: ORDERS_PER_10_S },
      ],
      nowMs: () => time.nowMs(),
    });
    const line = new WaitingLine(ledger, systemClock);
    const guard = new RequestGuard();
    const rest = new BinanceRest({
      ...{ transport: exchange, signer: hmacSigner('key', 'secret'), time, ledger, line, guard },
    });
    const want = (request: RequestDescription, purpose: Purpose): void => {
      const { weight, orders } = endpointCost(request);
      offered.weight += weight;
      offered.orders += orders;
      void rest.send(request, purpose).then((outcome) => {
        if (request === ORDER && outcome.kind === 'answer') want(CANCEL, 'protect');
      });
    };
    void rest.synchronise();
    let second = 0;
    const load = setInterval(() => {
      for (const [request, purpose] of EACH_SECOND) want(request, purpose);
      if (second++ % 5 === 0) want(OFTEN_PROTECTING, 'protect');
      for (let count = 0; count < ORDERS_EACH_SECOND; count += 1) want(ORDER, 'trade');
    }, 1000);
    await jest.advanceTimersByTimeAsync(MINUTES * 60_000);
    clearInterval(load);
    line.close();
    jest.useRealTimers();
  }, 120_000);

  it('is what was offered', () => {
    expect(offered.weight / (MINUTES * WEIGHT_PER_MINUTE)).toBeGreaterThan(3);
    expect(offered.orders / (MINUTES * 6 * ORDERS_PER_10_S)).toBeGreaterThanOrEqual(3);
  });

  it('brings no ban, and no refusal besides those that others have caused', () => {
    expect(exchange.seen).toMatchObject({ bans: 0, refusals: 0, silences: 5 });
  });

  it('sends nothing while the exchange wants silence', () => {
    expect(exchange.seen.duringSilence).toBe(0);
  });

  it('uses nine tenths of the permitted weight and more, in every whole minute', () => {
    // The exchange's clock is ahead: the first and the last of its minutes are parts.
    const whole = [...exchange.minutes.values()].slice(1, -1);
    expect(whole).toHaveLength(MINUTES - 1);
    expect(Math.min(...whole) / WEIGHT_PER_MINUTE).toBeGreaterThanOrEqual(0.9);
  });

  it('places nine tenths of the permitted orders and more', () => {
    expect(exchange.seen.orders / (MINUTES * 6 * ORDERS_PER_10_S)).toBeGreaterThanOrEqual(0.9);
  });
});
