import { cpus } from 'node:os';
import { coldProcess } from './cold-process.ts';
import { heapGrowth } from './heap-growth.ts';
import { manyMarkets } from './many-markets.ts';
import { oneStrategy } from './one-strategy.ts';
import { restingGrid } from './resting-grid.ts';
import type { Scenario } from './scenario.ts';
import { median } from './scenario.ts';
import { yardstick } from './yardstick.ts';

const SEED = 7;
const ROUNDS = 5;

/**
 * Measures the backtest: all answers first, then the scenarios in turn, five rounds, the median of each in relation to
 * the yardstick of the same run. Gives whether every target was met.
 *
 * @param small few bars, for the answers alone: nothing is timed
 */
export async function bench(small: boolean, out: (text: string) => void): Promise<boolean> {
  const bars = small ? 20_000 : 1_000_000;
  const scenarios = [
    oneStrategy(bars, SEED),
    restingGrid(bars, SEED),
    manyMarkets(bars / 100, SEED),
    heapGrowth(bars / 4, SEED),
    ...(small ? [] : [coldProcess()]),
  ].filter((scenario) => scenario !== null);
  const unit = yardstick();
  const [cpu] = cpus();
  out(
    `machine ${cpu?.model.trim() ?? 'unknown'}, ${cpus().length} cores; Node ${process.versions.node}; seed ${SEED}; `,
  );
  out(
    `yardstick ${unit.toFixed(2)} ms for a running sum over 1,000,000 bars (targets hold at 1.00 ms and scale with it)\n`,
  );
  for (const scenario of scenarios) out(`answer: ${scenario.name}: ${await scenario.check()}\n`);
  if (small) return true;
  const figures = scenarios.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, scenario] of scenarios.entries()) figures[index]?.push(await scenario.measure());
  }
  let met = true;
  for (const [index, scenario] of scenarios.entries()) {
    const reached = isMet(scenario, median(figures[index] ?? []), unit);
    met = met && reached;
    out(
      `${targetOf(scenario)}, ${show(median(figures[index] ?? []), scenario.unit)}, ${reached ? 'met' : 'missed'}\n`,
    );
  }
  return met;
}

/** On a machine that is half as fast, half the speed or twice the time is as good. */
function isMet({ target, unit, scales }: Scenario, figure: number, yardstickMs: number): boolean {
  const factor = scales ? yardstickMs : 1;
  return unit === 'bars/s' ? figure * factor >= target : figure / factor <= target;
}

function targetOf({ name, target, unit }: Scenario): string {
  return `${name}: ${unit === 'bars/s' ? 'at least' : 'at most'} ${show(target, unit)}`;
}

function show(figure: number, unit: Scenario['unit']): string {
  const digits =
    unit === 'bars/s' ? Math.round(figure).toLocaleString('en-US').replaceAll(',', ' ') : figure.toFixed(2);
  return `${digits} ${unit}`;
}
