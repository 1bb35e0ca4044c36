import { relative, sep } from 'node:path';
import { z } from 'zod';

const count = z.object({ total: z.number(), covered: z.number() });
const summary = z.record(z.string(), z.object({ lines: count, branches: count }));

/** How much of a library, or of all of them, the tests run; in percent, 100 where there is nothing to run. */
export interface Coverage {
  readonly name: string;
  readonly lines: number;
  readonly branches: number;
}

/**
 * Coverage of each library and, last, of all libraries together, from the text of jest's
 * coverage-summary.json. Files outside `root`/libs and those that `counts` leaves out do not count.
 */
export function coverageTotals(
  text: string,
  root: string,
  counts: (path: string) => boolean,
): readonly Coverage[] {
  const all = new Tally('all libraries');
  const tallies = new Map<string, Tally>();
  for (const [path, { lines, branches }] of Object.entries(summary.parse(JSON.parse(text)))) {
    const [top, name] = relative(root, path).split(sep);
    if (top !== 'libs' || name === undefined || !counts(path)) continue;
    const tally = tallies.get(name) ?? new Tally(name);
    tallies.set(name, tally);
    for (const each of [tally, all]) each.add(lines, branches);
  }
  const libraries = [...tallies.values()].sort((a, b) => a.name.localeCompare(b.name));
  return [...libraries, all].map((tally) => tally.coverage());
}

type Count = z.infer<typeof count>;

class Tally {
  readonly name: string;
  private lines: Count = { total: 0, covered: 0 };
  private branches: Count = { total: 0, covered: 0 };

  constructor(name: string) {
    this.name = name;
  }

  add(lines: Count, branches: Count): void {
    this.lines = sum(this.lines, lines);
    this.branches = sum(this.branches, branches);
  }

  coverage(): Coverage {
    return { name: this.name, lines: percent(this.lines), branches: percent(this.branches) };
  }
}

function sum(a: Count, b: Count): Count {
  return { total: a.total + b.total, covered: a.covered + b.covered };
}

function percent({ total, covered }: Count): number {
  return total === 0 ? 100 : (100 * covered) / total;
}
