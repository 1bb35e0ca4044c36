import { copying } from './copying.ts';
import { measured, ours } from './ours.ts';
import type { Measured } from './ours.ts';
import { peers } from './peers.ts';
import { median, timeInterleaved } from './rounds.ts';
import type { Job } from './rounds.ts';
import type { AllColumns } from './series.ts';

/** What one package took for an indicator, in milliseconds, and whether it gives the same newest value. */
export interface Rival {
  readonly peer: string;
  readonly time: number;
  readonly isSame: boolean;
}

/** What we took for an indicator, every package that has it, and reading and writing its columns alone. */
export interface Rivalry {
  readonly name: Measured;
  readonly own: number;
  readonly copying: number;
  readonly peers: readonly Rival[];
}

/**
 * The peers that give the same newest value. All begin the balance of volume at 0 instead of with the first volume.
 * @throws Error when no peer agrees with an indicator
 */
export function agreeingPeers(bars: AllColumns): ReadonlyMap<Measured, readonly string[]> {
  const answers = ours(bars);
  const sets = Object.entries(peers(bars));
  const agreeing = (name: Measured): readonly string[] => {
    const answer = answers[name]();
    const own = answer instanceof Float64Array ? (answer.at(-1) ?? NaN) : NaN;
    const isSame = (value: number | null | undefined) => Math.abs((value ?? NaN) / own - 1) < 1e-6;
    return sets.flatMap(([peer, set]) => (isSame(set[name]?.()) ? [peer] : []));
  };
  const same = new Map(measured.map((name) => [name, agreeing(name)]));
  for (const [name, names] of same) {
    if (names.length === 0 && name !== 'obv') throw new Error(`no peer agrees with ${name}`);
  }
  return same;
}

/**
 * Everybody by the same rule: for each indicator we and all packages that have it take turns, after two rounds to warm
 * up, and a figure is the median of the rounds. Ours writes into columns that are there, which no package offers; each of
 * them is given the plain arrays that it asks for and makes its own results, and counts though its definition be another.
 */
export function timePeers(
  bars: AllColumns,
  same: ReadonlyMap<Measured, readonly string[]>,
  rounds: number,
): readonly Rivalry[] {
  const own = ours(bars);
  const copies = copying(bars);
  const sets = Object.entries(peers(bars));
  return measured.map((name) => {
    const rivals = sets.flatMap(([peer, { [name]: job }]): [string, Job][] =>
      job === undefined ? [] : [[peer, job]],
    );
    const times = timeInterleaved(
      { ours: own[name], copying: copies[name], ...Object.fromEntries(rivals) },
      rounds,
    );
    const timeOf = (who: string) => median(times.get(who) ?? []);
    return {
      name,
      own: timeOf('ours'),
      copying: timeOf('copying'),
      peers: rivals.map(([peer]) => ({
        peer,
        time: timeOf(peer),
        isSame: same.get(name)?.includes(peer) === true,
      })),
    };
  });
}
