import { z } from 'zod';
import type { Check } from '../check.ts';

const report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

/**
 * One check per test from the text that `jest --json` writes. A file that could not be run at all is one failed
 * check; of a file with failing tests the first one carries what jest says about the file.
 */
export function testChecks(text: string): readonly Check[] {
  return report.parse(JSON.parse(text)).testResults.flatMap(({ name, status, message, assertionResults }) => {
    let output = message;
    const checks = assertionResults.map((test): Check => {
      const outcome = outcomeOf(test.status);
      if (outcome !== 'failed') return { name: test.fullName, outcome, output: '' };
      const told = { name: test.fullName, outcome, output };
      output = '';
      return told;
    });
    const unexplained = status === 'failed' && checks.every(({ outcome }) => outcome !== 'failed');
    return unexplained ? [...checks, { name, outcome: 'failed', output: message }] : checks;
  });
}

function outcomeOf(status: string): Check['outcome'] {
  if (status === 'passed' || status === 'failed') return status;
  return 'skipped';
}
