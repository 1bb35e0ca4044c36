import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runCommand } from '../process/run-command.ts';

/** A Node on this machine. */
export interface NodeBinary {
  readonly major: number;
  readonly path: string;
}

/** The running Node, and the first of each other major version on the search path `PATH`. */
export async function findNodes(searchPath: string): Promise<readonly NodeBinary[]> {
  const running = { major: majorOf(process.versions.node), path: process.execPath };
  const found = new Map([[running.major, running]]);
  for (const folder of searchPath.split(delimiter)) {
    const path = join(folder, 'node');
    if (folder === '' || !existsSync(path)) continue;
    const { exitCode, output } = await runCommand(path, ['-p', 'process.versions.node']);
    const major = majorOf(output);
    if (exitCode === 0 && !found.has(major)) found.set(major, { major, path });
  }
  return [...found.values()];
}

/** The Nodes on which a library that states `oldestNode` is tried: the oldest that it allows, and the newest. */
export function nodesFor(oldestNode: number, nodes: readonly NodeBinary[]): readonly NodeBinary[] {
  const allowed = nodes.filter(({ major }) => major >= oldestNode).sort((a, b) => a.major - b.major);
  return [...new Set([...allowed.slice(0, 1), ...allowed.slice(-1)])];
}

function majorOf(version: string): number {
  return Number.parseInt(version, 10);
}
