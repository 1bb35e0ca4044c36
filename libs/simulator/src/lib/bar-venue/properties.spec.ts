import type { Candle, OrderCommand, OrderEvent, OrderFilled, OrderRequest } from '@org/domain';
import { canonicalJson, priceValue } from '@org/domain';
import fc from 'fast-check';
import {
  ABC,
  bar,
  cancel,
  deposit,
  limit,
  market,
  marketQuote,
  MINUTE_MS,
  place,
  placePair,
  simulator,
  stop,
} from '../../testing/bar-tape.ts';
import type { BarSimulator } from './bar-simulator.ts';

/** What a made-up trader does: before each bar some commands, and one in answer to every few events. */
interface Session {
  readonly bars: readonly { readonly candle: Candle; readonly commands: readonly Wish[] }[];
  readonly answers: readonly Wish[];
  readonly inBnb: boolean;
  readonly slippage: number;
}

type Wish = (id: string) => OrderCommand;

interface Told {
  readonly event: OrderEvent;
  readonly bar: Candle;
}

const ticks = fc.integer({ min: 9_000, max: 11_000 });
const at = ticks.map((cents) => cents / 100);
const size = fc.integer({ min: 40, max: 30_000 }).map((lots) => lots / 1000);
const side = fc.constantFrom('buy' as const, 'sell' as const);

const wish: fc.Arbitrary<Wish> = fc.oneof(
  fc.tuple(side, size).map(
    ([side, size]): Wish =>
      (id) =>
        place(id, market(side, size)),
  ),
  fc.integer({ min: 1, max: 20_000 }).map(
    (quote): Wish =>
      (id) =>
        place(id, marketQuote(String(quote))),
  ),
  fc.tuple(side, size, at, fc.boolean()).map(
    ([side, size, at, post]): Wish =>
      (id) =>
        place(id, limit(side, size, at, post)),
  ),
  fc.tuple(side, size, at).map(
    ([side, size, at]): Wish =>
      (id) =>
        place(id, stop(side, size, at)),
  ),
  fc.tuple(size, at, at).map(
    ([size, low, high]): Wish =>
      (id) =>
        placePair(id, stop('sell', size, low), limit('sell', size, high)),
  ),
  fc.nat(20).map(
    (n): Wish =>
      () =>
        cancel(`o${n}`),
  ),
  fc.nat(20).map(
    (n): Wish =>
      () =>
        cancel(`o${n}-stop`),
  ),
);

const candle = fc
  .tuple(at, at, at, at, fc.constantFrom(0, 0.05, 30, 1000, 1e6), fc.boolean())
  .map(([a, b, c, d, volume, offTick]) => {
    const shift = offTick ? 0.003 : 0;
    const prices = [a, b, c, d].map((value) => value + shift);
    return {
      open: prices[0]!,
      close: prices[1]!,
      high: Math.max(...prices),
      low: Math.min(...prices),
      volume,
    };
  });

const session: fc.Arbitrary<Session> = fc.record({
  bars: fc
    .array(fc.record({ candle, commands: fc.array(wish, { maxLength: 3 }) }), { minLength: 1, maxLength: 12 })
    .map((bars) =>
      bars.map(({ candle: { open, high, low, close, volume }, commands }, minute) => ({
        candle: bar(minute, open, high, low, close, volume),
        commands,
      })),
    ),
  answers: fc.array(wish, { maxLength: 8 }),
  inBnb: fc.boolean(),
  slippage: fc.constantFrom(0, 0.0001, 0.02),
});

const DEPOSITS = [deposit('USD', '10000'), deposit('ABC', '50'), deposit('BNB', '0.01')];

function run(
  { bars, answers, inBnb, slippage }: Session,
  watch: (sim: BarSimulator) => void = () => undefined,
) {
  const sim = simulator({
    deposits: DEPOSITS,
    fees: { maker: '0.0007', taker: '0.001', asset: inBnb ? 'BNB' : 'received' },
    slippage,
    participation: 0.1,
  });
  const told: Told[] = [];
  const sent: OrderCommand[] = [];
  const waiting = [...answers];
  const send = (wished: Wish) => {
    const command = wished(`o${sent.length}`);
    sent.push(command);
    sim.submit(command);
  };
  sim.openBar('BNBUSD', bar(0, 250, 250, 250, 250), MINUTE_MS);
  sim.nextEvent();
  for (const { candle, commands } of bars) {
    commands.forEach(send);
    sim.openBar('ABCUSD', candle, candle.openTime + MINUTE_MS);
    for (let event = sim.nextEvent(); event !== undefined; event = sim.nextEvent()) {
      told.push({ event, bar: candle });
      watch(sim);
      const answer = told.length % 2 === 0 ? waiting.shift() : undefined;
      if (answer !== undefined) send(answer);
    }
    watch(sim);
  }
  return { sim, told, sent };
}

const isFill = (event: OrderEvent): event is OrderFilled => event.kind === 'orderFilled';

function requestsOf(sent: readonly OrderCommand[]): Map<string, OrderRequest> {
  const requests = new Map<string, OrderRequest>();
  for (const command of sent) {
    if (command.kind === 'place') requests.set(command.clientOrderId, command.request);
    if (command.kind !== 'placePair') continue;
    for (const leg of [command.stop, command.target]) requests.set(leg.clientOrderId, leg.request);
  }
  return requests;
}

const RUNS = { numRuns: 300 };

describe('whatever is traded', () => {
  it('leaves deposits equal to balances and fees, asset by asset and to the last unit', () => {
    fc.assert(
      fc.property(session, (made) => {
        const { sim, told, sent } = run(made);
        const requests = requestsOf(sent);
        const flows = new Map(DEPOSITS.map(({ asset, amount }): [string, bigint] => [asset, amount]));
        const flow = (asset: string, units: bigint) => flows.set(asset, (flows.get(asset) ?? 0n) + units);
        const fees = new Map<string, bigint>();
        for (const fill of told.map(({ event }) => event).filter(isFill)) {
          const sign = requests.get(fill.clientOrderId)?.side === 'buy' ? 1n : -1n;
          flow('ABC', sign * BigInt(fill.quantity) * ABC.unitsPerLot);
          flow('USD', -sign * fill.notional);
          flow(fill.feeAsset, 0n - fill.fee);
          fees.set(fill.feeAsset, (fees.get(fill.feeAsset) ?? 0n) + fill.fee);
        }
        for (const { asset, free, locked } of sim.balances()) expect(free + locked).toBe(flows.get(asset));
        for (const paid of sim.feesPaid()) expect(paid.amount).toBe(fees.get(paid.asset) ?? 0n);
      }),
      RUNS,
    );
  });

  it('never makes a balance negative, and holds back exactly what the open orders need', () => {
    const held = (sim: BarSimulator) => {
      const locked = { buy: 0n, sell: 0n };
      for (const order of sim.openOrders()) {
        expect(order.locked).toBeGreaterThanOrEqual(0n);
        locked[order.request.side] += order.locked;
      }
      for (const balance of sim.balances()) {
        expect(balance.free).toBeGreaterThanOrEqual(0n);
        expect(balance.locked).toBe({ USD: locked.buy, ABC: locked.sell, BNB: 0n }[balance.asset]);
      }
    };
    fc.assert(
      fc.property(session, (made) => {
        run(made, held);
      }),
      RUNS,
    );
  });

  it('is the same for the same inputs, also across a snapshot', () => {
    fc.assert(
      fc.property(session, (made) => {
        const first = run(made);
        const second = run(made);
        expect(canonicalJson(second.told)).toBe(canonicalJson(first.told));
        const saved = first.sim.snapshot();
        second.sim.restore(saved);
        expect(canonicalJson(second.sim.snapshot())).toBe(canonicalJson(saved));
      }),
      { numRuns: 100 },
    );
  });

  it('is told in order: within its bar, accepted once and first, and nothing after the end', () => {
    fc.assert(
      fc.property(session, (made) => {
        const { told } = run(made);
        const state = new Map<string, 'open' | 'ended'>();
        let time = 0;
        let tradeId = 0;
        for (const { event, bar } of told) {
          expect(event.time).toBeGreaterThanOrEqual(Math.max(time, bar.openTime));
          expect(event.time).toBeLessThan(bar.openTime + MINUTE_MS);
          time = event.time;
          if (!('clientOrderId' in event)) continue;
          const { clientOrderId } = event;
          const before = state.get(clientOrderId);
          const isFirst = event.kind === 'orderAccepted' || event.kind === 'orderRejected';
          expect(before).toBe(isFirst ? undefined : 'open');
          if (isFill(event)) {
            expect(event.tradeId).toBeGreaterThan(tradeId);
            tradeId = event.tradeId;
          }
          const isOpen = event.kind === 'orderAccepted' || (isFill(event) && !event.complete);
          state.set(clientOrderId, isOpen ? 'open' : 'ended');
        }
      }),
      RUNS,
    );
  });
});

describe('no fill is better than the rules allow', () => {
  it('in price: at the open or the order’s own price, and worse by the slippage where it takes', () => {
    fc.assert(
      fc.property(session, (made) => {
        const { told, sent } = run(made);
        const requests = requestsOf(sent);
        for (const { event, bar } of told) {
          if (!isFill(event)) continue;
          const request = requests.get(event.clientOrderId);
          if (request === undefined) throw new Error(`nobody sent ${event.clientOrderId}`);
          expectFair(event, request, bar, made.slippage);
        }
      }),
      RUNS,
    );
  });

  it('in size: within the order, and within a tenth of the volume for each order and bar', () => {
    fc.assert(
      fc.property(session, (made) => {
        const { told, sent } = run(made);
        const requests = requestsOf(sent);
        const filled = new Map<string, number>();
        for (const { event, bar } of told) {
          if (!isFill(event)) continue;
          const request = requests.get(event.clientOrderId);
          const total = (filled.get(event.clientOrderId) ?? 0) + event.quantity;
          filled.set(event.clientOrderId, total);
          expect(event.quantity).toBeGreaterThan(0);
          expect(event.quantity).toBeLessThanOrEqual(Math.floor(bar.volume * 100 + 1e-6));
          if (request === undefined || request.type === 'marketQuote') continue;
          expect(total).toBeLessThanOrEqual(request.quantity);
          if (event.complete && event.note === null) expect(total).toBe(request.quantity);
        }
      }),
      RUNS,
    );
  });
});

/** A signed comparison, so that a buy and a sell read alike: how much better than `value` the fill is. */
function expectFair(fill: OrderFilled, request: OrderRequest, bar: Candle, slippage: number): void {
  const sign = request.side === 'buy' ? 1 : -1;
  const paid = sign * priceValue(fill.price, ABC);
  const cost = (value: number) => sign * value * (1 + sign * slippage) - 1e-9;
  const atOpen = fill.time === bar.openTime;
  switch (request.type) {
    case 'market':
    case 'marketQuote':
      expect(atOpen).toBe(true);
      expect(paid).toBeGreaterThanOrEqual(cost(bar.open));
      return;
    case 'stop': {
      const worst = request.side === 'buy' ? bar.high : bar.low;
      const level = priceValue(request.stopPrice, ABC);
      if (atOpen) expect(paid).toBeGreaterThanOrEqual(cost(bar.open));
      else expect(sign * worst).toBeGreaterThanOrEqual(sign * level);
      if (!atOpen) expect(paid).toBeGreaterThanOrEqual(cost(level));
      return;
    }
    case 'limit': {
      const level = priceValue(request.price, ABC);
      const best = request.side === 'buy' ? bar.low : bar.high;
      expect(paid).toBeLessThanOrEqual(sign * level);
      expect(sign * best).toBeLessThan(sign * level);
      if (atOpen) expect(paid).toBeGreaterThanOrEqual(sign * bar.open);
      else if (fill.liquidity === 'maker') expect(paid).toBe(sign * level);
    }
  }
}
