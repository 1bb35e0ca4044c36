import { machine, median, slownessOf, yardstickMs } from '@org/bench';
import { Crowd } from './exchange/crowd.ts';
import { Guarded } from './exchange/guarded.ts';
import type { DrawnOn } from './exchange/session.ts';
import { draw, RESTING, Session, WARM_UP } from './exchange/session.ts';

/**
 * The matching engine at full speed, and the whole exchange with everything on. A session is drawn from the seed on a
 * book of its own, before the clock starts: 55 % of its operations are orders that rest, 35 % cancels of any open order,
 * 10 % orders that take, around 100,000 that stand in the book. It is then done again on a fresh book, and timed once that
 * is full and the code is warm. What is owned, locked and taken as fees must add up, and the trades be those of the drawing, before a figure counts. Figures
 * are medians of five interleaved rounds, and the bars scale with the yardstick; run it alone on the machine.
 */
const ROUNDS = process.argv.includes('--small') ? 1 : 5;
const OPERATIONS = process.argv.includes('--small') ? 20_000 : 1_000_000;

interface Target {
  readonly name: string;
  /** Operations a second. */
  readonly least: number;
  /** An empty book. */
  readonly open: () => DrawnOn;
}

/** Names come with requests: they are there before the clock starts. */
const names = Array.from({ length: RESTING + WARM_UP + OPERATIONS + 1_000 }, (_, order) => `order-${order}`);
const nameOf = (order: number) => names[order] ?? `order-${order}`;

const TARGETS: readonly Target[] = [
  {
    name: 'matching engine: balances, fees, told to a tape',
    least: 3_000_000,
    open: () => new Crowd('tape'),
  },
  {
    name: 'the same, every event an object',
    least: 1_000_000,
    open: () => new Crowd('objects'),
  },
  {
    name: 'exchange: decimals, all filters, self-trade prevention, stops',
    least: 500_000,
    open: () => new Guarded(nameOf),
  },
];

/** Operations a second of a session on a fresh book. */
function rate(session: Session, book: DrawnOn): number {
  session.prepare(book);
  const start = performance.now();
  session.replay(book);
  const seconds = (performance.now() - start) / 1_000;
  if (book.check() !== session.trades) throw new Error('Done again, a session has other trades.');
  return OPERATIONS / seconds;
}

function heap(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

/** How much more is kept after ten times as many operations. */
function growth(): number {
  const book = new Crowd('tape');
  const drawn = draw(book);
  const run = () => {
    for (let done = 0; done < OPERATIONS; done++) drawn.next();
    book.check();
    return heap();
  };
  drawn.fill();
  const before = run();
  for (let more = 0; more < 8; more++) run();
  return run() / before;
}

let missed = 0;
function tell(name: string, target: string, figure: string, isMet: boolean): void {
  if (!isMet) missed++;
  console.log(`${name}: ${target}, ${figure}, ${isMet ? 'met' : 'missed'}`);
}

const sessions = new Map(TARGETS.map((target) => [target, new Session(target.open(), OPERATIONS)]));
const rates = new Map<Target, number[]>(TARGETS.map((target) => [target, []]));
const yardsticks: number[] = [];
for (let round = 0; round < ROUNDS; round++) {
  yardsticks.push(yardstickMs());
  for (const [target, session] of sessions) rates.get(target)?.push(rate(session, target.open()));
}

const slowness = slownessOf(median(yardsticks));
console.log(
  `${machine()}; seed 7; ${OPERATIONS} operations; ` + `yardstick ${median(yardsticks).toFixed(2)} ms`,
);
for (const [{ name, least }, figures] of rates) {
  const figure = Math.round(median(figures));
  const limit = Math.round(least / slowness);
  tell(name, `at least ${limit} a second (${least} at 1.0 ms)`, `${figure}`, figure >= limit);
}
const grown = growth();
tell('heap after ten times as many', 'at most 1.1 times', grown.toFixed(3), grown <= 1.1);
if (process.argv.includes('--check') && missed > 0) process.exitCode = 1;
