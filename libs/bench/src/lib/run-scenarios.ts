import type { Figure } from './figure.ts';
import { isMet, lineOf } from './figure.ts';
import { machine } from './machine.ts';
import { slownessOf, yardstickMs } from './yardstick.ts';

/** Checks its answers, and measures; with `isSmall` on little data, for the answers alone. */
export type Scenario = (isSmall: boolean) => Promise<readonly Figure[]> | readonly Figure[];

/** A benchmark: what it measures, and what its command line wants of it. */
export interface ScenarioRun {
  /** In the order in which they run, by the name that a command line may give to run one alone. */
  readonly scenarios: Readonly<Record<string, Scenario>>;
  /** Of the command line: `--small`, `--check`, the name of a scenario. */
  readonly args: readonly string[];
  /** What to tell of the run besides the machine, such as the seed. */
  readonly about?: string;
  readonly out: (line: string) => void;
}

/**
 * Runs scenarios one after the other and tells a line for each figure.
 *
 * @returns the exit code: 1 where `--check` is given and a target was missed, 2 for a scenario that does not exist, else 0
 */
export async function runScenarios({ scenarios, args, about = '', out }: ScenarioRun): Promise<number> {
  const wanted = args.find((word) => !word.startsWith('--'));
  const chosen = Object.entries(scenarios).filter(([name]) => wanted === undefined || wanted === name);
  if (chosen.length === 0) {
    out(`no such part; found ${wanted}; allowed: ${Object.keys(scenarios).join(', ')}`);
    return 2;
  }
  const yardstick = yardstickMs();
  const slowness = slownessOf(yardstick);
  out(`${machine()}${about === '' ? '' : `; ${about}`}; yardstick ${yardstick.toFixed(2)} ms`);
  let missed = 0;
  for (const [, scenario] of chosen) {
    for (const figure of await scenario(args.includes('--small'))) {
      out(lineOf(figure, slowness));
      if (!isMet(figure, slowness)) missed += 1;
    }
  }
  return args.includes('--check') && missed > 0 ? 1 : 0;
}
