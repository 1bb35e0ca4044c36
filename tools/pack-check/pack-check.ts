import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommandResult } from '../process/run-command.ts';
import { runCommand } from '../process/run-command.ts';
import type { Library } from './libraries.ts';
import { readLibraries, withNeeds } from './libraries.ts';
import type { NodeBinary } from './nodes.ts';
import { findNodes, nodesFor } from './nodes.ts';

/** What came of one library: nothing to say, or what was said against it. */
export interface PackResult {
  readonly name: string;
  readonly problems: readonly string[];
}

/**
 * Packs the built libraries as they would be published, has publint and attw judge the packages, installs them
 * together into an empty project, and loads each entry there by `import` and `require` on the Nodes that the
 * library states. `names` limits it to these and what they need.
 */
export async function packCheck(root: string, names: readonly string[] = []): Promise<readonly PackResult[]> {
  const libraries = withNeeds(readLibraries(root), names);
  const place = mkdtempSync(join(tmpdir(), 'onestep-pack-'));
  try {
    const packages = await packAll(libraries, join(place, 'packages'));
    const consumer = join(place, 'consumer');
    const installed = await install(packages, consumer);
    const nodes = await findNodes(process.env['PATH'] ?? '');
    const results: PackResult[] = [];
    for (const library of libraries) {
      const path = packages.get(library.name);
      const problems =
        path === undefined
          ? ['npm pack made no package']
          : [
              ...(await judge(root, path)),
              ...(installed.exitCode === 0
                ? await load(library, nodes, consumer)
                : [`npm install of the packages failed\n${installed.output}`]),
            ];
      results.push({ name: library.name, problems });
    }
    return results;
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** Packs built libraries into `folder`, one below it for each; the path of every package that came about, by library. */
export async function packAll(
  libraries: readonly Library[],
  folder: string,
): Promise<ReadonlyMap<string, string>> {
  const packages = new Map<string, string>();
  for (const { name, folder: cwd } of libraries) {
    const into = join(folder, name);
    mkdirSync(into, { recursive: true });
    const { exitCode, output } = await runCommand('npm', ['pack', '--silent', '--pack-destination', into], {
      cwd,
    });
    const file = output.trim().split('\n').at(-1);
    if (exitCode === 0 && file !== undefined) packages.set(name, join(into, file));
  }
  return packages;
}

async function judge(root: string, path: string): Promise<readonly string[]> {
  const bin = (name: string) => join(root, 'node_modules/.bin', name);
  return [
    ...problem('publint', await runCommand(bin('publint'), ['run', '--strict', path])),
    ...problem('attw', await runCommand(bin('attw'), [path, '--profile', 'node16', '--no-emoji'])),
  ];
}

function install(packages: ReadonlyMap<string, string>, folder: string): Promise<CommandResult> {
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'consumer', private: true }));
  copyFileSync(join(import.meta.dirname, 'loads-both-ways.mjs'), join(folder, 'loads-both-ways.mjs'));
  const args = ['install', '--prefer-offline', '--no-audit', '--no-fund', ...packages.values()];
  return runCommand('npm', args, { cwd: folder });
}

async function load(
  { entries, oldestNode }: Library,
  nodes: readonly NodeBinary[],
  cwd: string,
): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const { major, path } of nodesFor(oldestNode, nodes)) {
    const result = await runCommand(path, ['loads-both-ways.mjs', ...entries], { cwd });
    problems.push(...problem(`loading on Node ${major}`, result));
  }
  return problems;
}

/** What a step printed when it failed; nothing where it did not. */
export function problem(step: string, { exitCode, output }: CommandResult): readonly string[] {
  return exitCode === 0 ? [] : [`${step}\n${output}`];
}
