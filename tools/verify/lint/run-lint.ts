import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../../process/run-command.ts';
import type { Findings } from '../task-checks.ts';
import { lintFindings } from './lint-findings.ts';

/** One process holds the types of every project. */
const memory = '--max-old-space-size=6144';
/** What Nx's rules print when they look at nothing, for want of the graph that its plan leaves behind. */
const looksAway = 'The rule will be skipped';

/** Lints all projects in one ESLint, which reads the rules of each from its own `eslint.config.mjs`. */
export async function runLint(root: string, folders: readonly string[]): Promise<Findings> {
  const place = mkdtempSync(join(tmpdir(), 'onestep-lint-'));
  const report = join(place, 'eslint.json');
  try {
    const eslint = join(root, 'node_modules/eslint/bin/eslint.js');
    const args = [memory, eslint, ...folders, '--format=json', `--output-file=${report}`];
    const { output } = await runCommand(process.execPath, args, { cwd: root });
    if (!existsSync(report) || output.includes(looksAway)) {
      return new Map(folders.map((folder) => [folder, output]));
    }
    return lintFindings(readFileSync(report, 'utf8'), root, folders);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
