import type { Check } from '../verify/check.ts';
import { PAGE, writtenPage } from './conformance-page.ts';
import { missingFeatures } from './conformance-table.ts';
import { FEATURES } from './features/features.ts';
import { passedTests } from './passed-tests.ts';

/** Whether the page says what the tests say, and the tests show everything that it lists. */
export function conformanceCheck(page: string, report: string, root: string): Check {
  const missing = missingFeatures(FEATURES, passedTests(report, root)).map(
    ({ name, shownBy }) => `${name}: no test that passed begins with "${shownBy}"`,
  );
  const isCurrent = page === writtenPage(page, report, root);
  const stale = isCurrent ? [] : [`${PAGE} is not current: run node tools/conformance/main.ts`];
  const problems = [...missing, ...stale];
  return {
    name: 'conformance of local-binance',
    outcome: problems.length === 0 ? 'passed' : 'failed',
    output: problems.join('\n'),
  };
}
