import { cpus } from 'node:os';
import { crowd } from './exchange/crowd.ts';
import { guarded } from './exchange/guarded.ts';

/**
 * The matching engine at full speed, and the whole exchange with everything on. A session is drawn from the seed:
 * 55 % of its operations are orders that rest, 35 % cancels of any open order, 10 % orders that take, around 100,000
 * that stand in the book. The sums are checked before a figure counts. Figures are medians of five interleaved rounds;
 * run it alone on the machine.
 */
const ROUNDS = process.argv.includes('--small') ? 1 : 5;
const OPERATIONS = process.argv.includes('--small') ? 20_000 : 1_000_000;

interface Target {
  readonly name: string;
  /** Operations a second. */
  readonly least: number;
  readonly prepare: () => (operations: number) => void;
}

const TARGETS: readonly Target[] = [
  { name: 'matching engine: balances, fees, told to a tape', least: 3_000_000, prepare: () => crowd('tape') },
  { name: 'the same, every event an object', least: 1_000_000, prepare: () => crowd('objects') },
  { name: 'exchange: decimals, all filters, self-trade prevention, stops', least: 500_000, prepare: guarded },
];

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;

function heap(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

let missed = 0;
function tell(name: string, target: string, figure: string, isMet: boolean): void {
  if (!isMet) missed++;
  console.log(`${name}: ${target}, ${figure}, ${isMet ? 'met' : 'missed'}`);
}

console.log(
  `${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}, seed 7, ${OPERATIONS} operations`,
);
const figures = new Map<Target, number[]>(TARGETS.map((target) => [target, []]));
for (let round = 0; round < ROUNDS; round++) {
  for (const [target, rates] of figures) {
    const run = target.prepare();
    const start = performance.now();
    run(OPERATIONS);
    rates.push((OPERATIONS / (performance.now() - start)) * 1_000);
  }
}
for (const [{ name, least }, rates] of figures) {
  const figure = Math.round(median(rates));
  tell(name, `at least ${least} a second`, `${figure}`, figure >= least);
}

const run = crowd('tape');
run(OPERATIONS);
const before = heap();
for (let more = 0; more < 9; more++) run(OPERATIONS);
const growth = heap() / before;
tell('heap after ten times as many', 'at most 1.1 times', growth.toFixed(3), growth <= 1.1);
if (process.argv.includes('--check') && missed > 0) process.exitCode = 1;
