import { basename } from 'node:path';
import type { Feature, FeatureGroup } from './feature.ts';
import type { PassedTest } from './passed-tests.ts';

const HEAD = ['what', 'supported', 'shown by', 'known difference'];

/** The features that no test shows. */
export function missingFeatures(
  groups: readonly FeatureGroup[],
  tests: readonly PassedTest[],
): readonly Feature[] {
  return groups
    .flatMap(({ features }) => features)
    .filter((feature) => shownIn(feature, tests) === undefined);
}

/** A table in Markdown for each group: what is there, the test that shows it, and what is known to differ. */
export function conformanceTables(groups: readonly FeatureGroup[], tests: readonly PassedTest[]): string {
  return groups.map(({ title, features }) => table(title, features, tests)).join('\n');
}

function table(title: string, features: readonly Feature[], tests: readonly PassedTest[]): string {
  const rows = [HEAD, ...features.map((feature) => row(feature, shownIn(feature, tests)))];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((cells) => (cells[column] ?? '').length)));
  const [head = '', ...lines] = rows.map((cells) => line(cells, widths, ' '));
  const rule = line(
    HEAD.map(() => ''),
    widths,
    '-',
  );
  return `### ${title}\n\n${[head, rule, ...lines].join('\n')}\n`;
}

function row({ name, support, difference }: Feature, test: PassedTest | undefined): readonly string[] {
  if (test === undefined) return [`\`${name}\``, '**missing**', '', difference];
  const shown = `[${basename(test.file)}](../${test.file}): ${escaped(test.fullName)}`;
  return [`\`${name}\``, support === 'there' ? 'yes' : 'no', shown, difference];
}

/** The first test whose name begins as the feature says, up to where a word ends. */
function shownIn({ shownBy }: Feature, tests: readonly PassedTest[]): PassedTest | undefined {
  return tests.find(
    ({ fullName }) => fullName.startsWith(shownBy) && !/^[\w/.@]/.test(fullName.slice(shownBy.length)),
  );
}

function line(cells: readonly string[], widths: readonly number[], filler: string): string {
  return `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0, filler)).join(' | ')} |`;
}

/** As code, for names hold brackets and stars. */
function escaped(text: string): string {
  return `\`${text.replaceAll('|', '\\|')}\``;
}
