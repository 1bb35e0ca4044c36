import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { conformanceCheck } from '../../conformance/conformance-check.ts';
import { PAGE } from '../../conformance/conformance-page.ts';
import type { CommandResult } from '../../process/run-command.ts';
import { runCommand } from '../../process/run-command.ts';
import type { Check } from '../check.ts';
import { joinedReports } from './joined-reports.ts';
import { longSpecs } from './long-specs.ts';
import { testChecks } from './test-checks.ts';

/** What a jest that left no report behind has run. */
const NO_TESTS = JSON.stringify({ testResults: [] });

/**
 * Runs every project's tests, the long ones first, and leaves the coverage of the libraries by the others in `coverage`.
 */
export async function runTests(root: string): Promise<readonly Check[]> {
  const place = mkdtempSync(join(tmpdir(), 'onestep-verify-'));
  const long = longSpecs.map((beginning) => `^${escaped(join(root, beginning))}`);
  const runs: readonly (readonly string[])[] = [
    [`--testSequencer=${join(import.meta.dirname, 'longest-first.ts')}`, '--testPathPatterns', ...long],
    [
      ...['--coverage', '--coverageReporters=json-summary'],
      `--env=${join(import.meta.dirname, 'coverage-environment.ts')}`,
      ...['--testPathIgnorePatterns', '/node_modules/', ...long],
    ],
  ];
  try {
    const reports: string[] = [];
    const checks: Check[] = [];
    for (const [turn, args] of runs.entries()) {
      const file = join(place, `${turn}.json`);
      const jest = await runJest(root, [`--outputFile=${file}`, ...args]);
      const report = existsSync(file) ? readFileSync(file, 'utf8') : NO_TESTS;
      checks.push(...testChecks(jest, report));
      reports.push(report);
    }
    const page = readFileSync(join(root, PAGE), 'utf8');
    return [...checks, conformanceCheck(page, joinedReports(reports), root)];
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

function runJest(root: string, args: readonly string[]): Promise<CommandResult> {
  const jest = join(root, 'node_modules/jest/bin/jest.js');
  return runCommand(process.execPath, [jest, '--maxWorkers=100%', '--json', ...args], {
    cwd: root,
    env: { ...process.env, FORCE_COLOR: '0' },
    shown: true,
  });
}

function escaped(path: string): string {
  return path.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
