import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { coverageTotals } from './coverage-totals.ts';
import { hasCode } from './has-code.ts';

/** What the libraries together must reach, in percent. */
const least = { lines: 95, branches: 90 };

const root = join(import.meta.dirname, '../..');
const summary = readFileSync(join(root, 'coverage/coverage-summary.json'), 'utf8');
const totals = coverageTotals(summary, root, (path) => hasCode(readFileSync(path, 'utf8')));

for (const { name, lines, branches } of totals) {
  process.stdout.write(`${name.padEnd(16)} lines ${shown(lines)}  branches ${shown(branches)}\n`);
}

const all = totals.at(-1);
if (all === undefined || all.lines < least.lines || all.branches < least.branches) {
  process.stderr.write(`Coverage is below ${least.lines}% of lines or ${least.branches}% of branches.\n`);
  process.exitCode = 1;
}

function shown(percentage: number): string {
  return `${percentage.toFixed(2).padStart(6)}%`;
}
