import { z } from 'zod';
import type { CommandResult } from '../../process/run-command.ts';
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
 * One check per test from the text that `jest --json` writes, and a failed one more where jest ended badly though no test
 * failed: it found none, was killed, or broke down when all had passed.
 */
export function testChecks({ exitCode, output }: CommandResult, text: string): readonly Check[] {
  const checks = checksOf(text);
  const isExplained = exitCode === 0 || checks.some(({ outcome }) => outcome === 'failed');
  return isExplained ? checks : [...checks, { name: 'jest', outcome: 'failed', output }];
}

/** A file that could not be run at all is one failed check; the first of failing tests carries what jest says about its file. */
function checksOf(text: string): readonly Check[] {
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
