import type { Figure } from '@org/bench';
import { isMet, lineOf, machine, median, written, yardstickMs } from '@org/bench';
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
 * that count, of which the median is told. Each scenario has a thread of its own. The machine is not as fast in every second, so
 * the yardstick is taken before each measurement, and what scales with it is put in relation to that. Gives whether every target was
 * met.
 *
 * @param small few bars, for the answers alone: nothing is timed
 */
export async function bench(small: boolean, out: (text: string) => void): Promise<boolean> {
  out(`machine ${machine()}; seed ${SEED}\n`);
  const scenarios: RunningScenario[] = [];
  try {
    for (const key of SCENARIOS.keys()) {
      const scenario = await startScenario(key, small ? 20_000 : 1_000_000, SEED);
      // What the process takes from a cold start depends on no bars, so few of them make it no smaller.
      if (scenario === null || (small && scenario.unit === 's')) await scenario?.stop();
      else scenarios.push(scenario);
    }
    for (const scenario of scenarios) out(`answer: ${scenario.name}: ${await scenario.check()}\n`);
    return small || (await measureAll(scenarios, out));
  } finally {
    for (const scenario of scenarios) await scenario.stop();
  }
}

async function measureAll(scenarios: readonly Scenario[], out: (text: string) => void): Promise<boolean> {
  const warm = scenarios.filter(({ unit }) => unit === 'bars/s');
  for (let round = 0; round < ROUNDS_TO_WARM_UP; round += 1) for (const one of warm) await one.measure();
  const measured = scenarios.map((scenario) => ({ scenario, rounds: new Array<Round>() }));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { scenario, rounds } of measured) {
      const yardstick = yardstickMs();
      rounds.push({ yardstick, figure: await scenario.measure() });
    }
  }
  const yardstick = median(measured.flatMap(({ rounds }) => rounds.map((one) => one.yardstick)));
  out(
    `yardstick ${yardstick.toFixed(2)} ms for a running sum over 1,000,000 bars (targets hold at 1.00 ms)\n`,
  );
  const figures = measured.map(({ scenario, rounds }) => figureOf(scenario, rounds));
  for (const figure of figures) out(`${lineOf(figure, 1)}\n`);
  return figures.every((figure) => isMet(figure, 1));
}

/** What a scenario gave, and how many ms the yardstick took just before it. */
interface Round {
  readonly yardstick: number;
  readonly figure: number;
}

/** The median of the rounds, each as on the machine for which the target is written. */
function figureOf({ name, target, unit, scales }: Scenario, rounds: readonly Round[]): Figure {
  const isSpeed = unit === 'bars/s';
  const scaled = rounds.map(({ figure, yardstick }) => (isSpeed ? figure * yardstick : figure / yardstick));
  const plain = median(rounds.map(({ figure }) => figure));
  const atYardstick = median(rounds.map(({ yardstick }) => yardstick)).toFixed(2);
  return {
    name,
    value: scales ? median(scaled) : plain,
    unit,
    bar: { kind: isSpeed ? 'atLeast' : 'atMost', value: target, isScaled: false },
    note: scales ? `as it was, ${written(plain)} ${unit} at a yardstick of ${atYardstick} ms` : '',
  };
}
