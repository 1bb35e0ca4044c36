import { machine, median, yardstickMs } from '@org/bench';
import type { Scenario } from './scenario.ts';
import { SCENARIOS } from './scenarios.ts';
import type { RunningScenario } from './start-scenario.ts';
import { startScenario } from './start-scenario.ts';

const SEED = 7;
const ROUNDS = 7;

/** Until then the engine still learns, and its young generation grows: the time of a first run is that of the cold process. */
const ROUNDS_TO_WARM_UP = 5;

/**
 * Measures the backtest: all answers first, then the scenarios in turn, five rounds to warm up what runs warm, and seven
 * that count, the median of each in relation to the yardstick of the same run. Each scenario has a thread of its own.
 * Gives whether every target was met.
 *
 * @param small few bars, for the answers alone: nothing is timed
 */
export async function bench(small: boolean, out: (text: string) => void): Promise<boolean> {
  const unit = yardstickMs();
  out(`machine ${machine()}; seed ${SEED}; `);
  out(
    `yardstick ${unit.toFixed(2)} ms for a running sum over 1,000,000 bars (targets hold at 1.00 ms and scale with it)\n`,
  );
  const scenarios: RunningScenario[] = [];
  try {
    for (const key of SCENARIOS.keys()) {
      const scenario = await startScenario(key, small ? 20_000 : 1_000_000, SEED);
      // What the process takes from a cold start depends on no bars, so few of them make it no smaller.
      if (scenario === null || (small && scenario.unit === 's')) await scenario?.stop();
      else scenarios.push(scenario);
    }
    for (const scenario of scenarios) out(`answer: ${scenario.name}: ${await scenario.check()}\n`);
    return small || (await measureAll(scenarios, unit, out));
  } finally {
    for (const scenario of scenarios) await scenario.stop();
  }
}

async function measureAll(
  scenarios: readonly Scenario[],
  yardstickMs: number,
  out: (text: string) => void,
): Promise<boolean> {
  const warm = scenarios.filter(({ unit }) => unit === 'bars/s');
  for (let round = 0; round < ROUNDS_TO_WARM_UP; round += 1) for (const one of warm) await one.measure();
  const figures = scenarios.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, scenario] of scenarios.entries()) figures[index]?.push(await scenario.measure());
  }
  let met = true;
  for (const [index, scenario] of scenarios.entries()) {
    const figure = median(figures[index] ?? []);
    const reached = isMet(scenario, figure, yardstickMs);
    met = met && reached;
    out(`${targetOf(scenario)}, ${show(figure, scenario.unit)}, ${reached ? 'met' : 'missed'}\n`);
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
