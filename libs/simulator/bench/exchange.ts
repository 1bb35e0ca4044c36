import { machine, median, slownessOf, yardstickMs } from '@org/bench';
import { Crowd } from './exchange/crowd.ts';
import { draw } from './exchange/session.ts';
import { startWay } from './exchange/start-way.ts';
import { WAYS } from './exchange/ways.ts';

/**
 * The matching engine at full speed, and the whole exchange with everything on. A session is drawn from the seed on a
 * book of its own, before the clock starts: 55% of its operations are orders that rest, 35% cancels of any open order,
 * 10% orders that take, around 100,000 that stand in the book. It is then done again on a fresh book, and timed once that
 * is full and the code is warm. What is owned, locked and taken as fees must add up, and the trades be those of the
 * drawing, before a figure counts. Figures are medians of five interleaved rounds, each way in a thread of its own, and
 * the bars scale with the yardstick; run it alone on the machine.
 */
const ROUNDS = process.argv.includes('--small') ? 1 : 5;
const OPERATIONS = process.argv.includes('--small') ? 20_000 : 1_000_000;

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

const started = [];
for (const [key, { name, least }] of WAYS) {
  const rates: number[] = [];
  started.push({ name, least, rates, thread: await startWay(key, OPERATIONS) });
}
const yardsticks: number[] = [];
for (let round = 0; round < ROUNDS; round++) {
  yardsticks.push(yardstickMs());
  for (const { rates, thread } of started) rates.push(await thread.measure());
}

const slowness = slownessOf(median(yardsticks));
console.log(
  `${machine()}; seed 7; ${OPERATIONS} operations; ` + `yardstick ${median(yardsticks).toFixed(2)} ms`,
);
for (const { name, least, rates, thread } of started) {
  await thread.stop();
  const figure = Math.round(median(rates));
  const limit = Math.round(least / slowness);
  tell(name, `at least ${limit} a second (${least} at 1.0 ms)`, `${figure}`, figure >= limit);
}
const grown = growth();
tell('heap after ten times as many', 'at most 1.1 times', grown.toFixed(3), grown <= 1.1);
if (process.argv.includes('--check') && missed > 0) process.exitCode = 1;
