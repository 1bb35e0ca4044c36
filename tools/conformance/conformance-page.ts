import { conformanceTables } from './conformance-table.ts';
import { FEATURES } from './features/features.ts';
import { passedTests } from './passed-tests.ts';

/** Where the tables stand, from the root. */
export const PAGE = 'docs/local-binance.md';

const BEGIN = '<!-- Made by tools/conformance from the tests that passed. -->';
const END = '<!-- The end of what tools/conformance made. -->';

/**
 * The page with its tables made anew from a report of jest. What stands around them stays.
 *
 * @throws Error where the page has no place for them.
 */
export function writtenPage(page: string, report: string, root: string): string {
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error(`${PAGE} has no place for the tables.`);
  const tables = conformanceTables(FEATURES, passedTests(report, root));
  return `${before}${BEGIN}\n\n${tables}\n${END}${after}`;
}
