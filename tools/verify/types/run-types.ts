import { join } from 'node:path';
import { runCommand } from '../../process/run-command.ts';
import type { Findings } from '../task-checks.ts';
import { typeFindings } from './type-findings.ts';

/** Checks the types of every project in one TypeScript, in a process of its own. */
export async function runTypes(root: string, folders: readonly string[]): Promise<Findings> {
  const { exitCode, output } = await runCommand(process.execPath, [join(import.meta.dirname, 'main.ts')]);
  if (exitCode !== 0) return new Map(folders.map((folder) => [folder, output]));
  return typeFindings(output, root);
}
