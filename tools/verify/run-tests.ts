import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { conformanceCheck } from '../conformance/conformance-check.ts';
import { PAGE } from '../conformance/conformance-page.ts';
import { runCommand } from '../process/run-command.ts';
import type { Check } from './check.ts';
import { testChecks } from './test-checks.ts';

/** Runs every project's tests in one jest, and leaves the coverage of the libraries in `coverage`. */
export async function runTests(root: string): Promise<readonly Check[]> {
  const place = mkdtempSync(join(tmpdir(), 'onestep-verify-'));
  const report = join(place, 'jest.json');
  try {
    const { output } = await runCommand(
      process.execPath,
      [
        join(root, 'node_modules/jest/bin/jest.js'),
        '--maxWorkers=100%',
        '--coverage',
        '--coverageReporters=json-summary',
        '--json',
        `--outputFile=${report}`,
      ],
      { cwd: root, env: { ...process.env, FORCE_COLOR: '0' }, shown: true },
    );
    if (!existsSync(report)) return [{ name: 'jest', outcome: 'failed', output }];
    const text = readFileSync(report, 'utf8');
    const page = readFileSync(join(root, PAGE), 'utf8');
    return [...testChecks(text), conformanceCheck(page, text, root)];
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
