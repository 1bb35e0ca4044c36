import { machine, median, slownessOf, yardstickMs } from '@org/bench';
import { amount, BUILT_IN_INSTRUMENTS, price, quantity } from '@org/domain';
import type { Candle, OrderRequest } from '@org/domain';
import { BINANCE_FEES, createBarSimulator, syntheticMarket } from '../src/index.ts';
import type { BarSimulator } from '../src/index.ts';
import { MODEL_TARGETS } from './models.ts';
import type { Target } from './target.ts';

/**
 * The hot paths of a backtest through the simulator: bars in which nothing of ours happens, with and without resting
 * orders; a market order a bar; the making of bars; and the models of execution. The bars are those of seed 7; each answer
 * is checked before it counts. Figures are medians of five interleaved rounds, and the targets scale with the yardstick;
 * `--small` is for the answers alone.
 */
const isSmall = process.argv.includes('--small');
const ROUNDS = isSmall ? 1 : 5;
/** Of so many only one is done where the answers alone are wanted. */
const SHARE = isSmall ? 100 : 1;
const SEED = 7;
const MINUTE_MS = 60_000;

const instruments = [...BUILT_IN_INSTRUMENTS.values()];
const market = syntheticMarket({ seed: SEED, interval: '1m' });
const bars = Array.from({ length: 10_000 }, () => market.next());

/** Nothing happens. */
const none = () => 0;

const TARGETS: readonly Target[] = [
  { name: 'idle bar', count: 10_000_000, most: 15, answer: none, prepare: (count) => idle(count, 0) },
  {
    name: 'idle bar, 200 orders rest',
    count: 10_000_000,
    most: 15,
    answer: none,
    prepare: (count) => idle(count, 200),
  },
  {
    name: 'market order placed and filled',
    count: 200_000,
    most: 1_500,
    answer: (count) => 2 * count,
    prepare: orders,
  },
  { name: 'synthetic bar made', count: 1_000_000, most: 500, answer: (count) => count, prepare: making },
  ...MODEL_TARGETS,
];

function simulator(): BarSimulator {
  const deposits = [{ asset: 'USDT', amount: amount(10n ** 17n) }];
  return createBarSimulator({ instruments, deposits, fees: BINANCE_FEES, slippage: '0.0001' });
}

function show(sim: BarSimulator, candle: Candle, minute: number): number {
  let events = 0;
  sim.openBar('BTCUSDT', candle, minute * MINUTE_MS);
  while (sim.nextEvent() !== undefined) events++;
  return events;
}

function place(sim: BarSimulator, clientOrderId: string, request: OrderRequest): void {
  const head = { time: 0, strategyId: 'bench', symbol: 'BTCUSDT', reason: '' };
  sim.submit({ kind: 'place', ...head, clientOrderId, purpose: 'entry', request });
}

function idle(count: number, resting: number): () => number {
  const sim = simulator();
  for (let i = 0; i < resting; i++) {
    const at = price(1_000_000 - i * 100);
    place(sim, `rest-${i}`, {
      type: 'limit',
      side: 'buy',
      quantity: quantity(100),
      price: at,
      postOnly: false,
    });
  }
  show(sim, bars[0]!, 0);
  return () => {
    let events = 0;
    for (let i = 0; i < count; i++) events += show(sim, bars[i % bars.length]!, i);
    return events;
  };
}

function orders(count: number): () => number {
  const sim = simulator();
  const buy: OrderRequest = { type: 'marketQuote', side: 'buy', quoteAmount: amount(10n ** 11n) };
  const sell: OrderRequest = { type: 'market', side: 'sell', quantity: quantity(1_000) };
  return () => {
    let events = 0;
    for (let i = 0; i < count; i++) {
      place(sim, `order-${i}`, i % 2 === 0 ? buy : sell);
      events += show(sim, bars[i % bars.length]!, i);
    }
    return events;
  };
}

function making(count: number): () => number {
  const endless = syntheticMarket({ seed: SEED, interval: '1m' });
  return () => {
    let whole = 0;
    for (let i = 0; i < count; i++) {
      const { low, high } = endless.next();
      if (low <= high) whole++;
    }
    return whole;
  };
}

const figures = new Map<Target, number[]>(TARGETS.map((target) => [target, []]));
const yardsticks: number[] = [];
for (let round = 0; round < ROUNDS; round++) {
  yardsticks.push(yardstickMs());
  for (const [target, times] of figures) {
    const count = target.count / SHARE;
    const run = target.prepare(count);
    const start = performance.now();
    const answer = run();
    times.push(((performance.now() - start) * 1e6) / count);
    const right = target.answer(count);
    if (answer !== right) throw new Error(`${target.name}: gave ${answer}, not ${right}`);
  }
}

const scale = slownessOf(median(yardsticks));
let missed = 0;
console.log(`${machine()}; seed ${SEED}; yardstick ${median(yardsticks).toFixed(2)} ms`);
for (const [{ name, most }, times] of figures) {
  const figure = median(times);
  const met = figure <= most * scale;
  if (!met) missed++;
  console.log(
    `${name}: at most ${(most * scale).toFixed(0)} ns, ${figure.toFixed(1)} ns, ${met ? 'met' : 'missed'}`,
  );
}
if (process.argv.includes('--check') && missed > 0) process.exitCode = 1;
