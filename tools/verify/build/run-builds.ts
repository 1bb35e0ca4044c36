import { join } from 'node:path';
import { runCommand } from '../../process/run-command.ts';
import type { Findings } from '../task-checks.ts';

/** Builds each project with tsup, from its sources and the declarations that the type checker left behind. */
export async function runBuilds(root: string, folders: readonly string[]): Promise<Findings> {
  const tsup = join(root, 'node_modules/.bin/tsup');
  const findings = new Map<string, string>();
  for (const folder of folders) {
    const { exitCode, output } = await runCommand(tsup, [], { cwd: join(root, folder) });
    findings.set(folder, exitCode === 0 ? '' : `tsup ended with ${exitCode}\n${output}`);
  }
  return findings;
}
