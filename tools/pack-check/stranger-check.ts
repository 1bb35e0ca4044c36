import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../process/run-command.ts';
import { readLibraries, withNeeds } from './libraries.ts';
import { findNodes, nodesFor } from './nodes.ts';
import { packAll, problem } from './pack-check.ts';
import type { PackResult } from './pack-check.ts';

const name = 'indicators-gpu';
const script = 'computes-both-ways.mjs';

/** What an installation may take; the one of a graphics card's packages takes minutes where they are built. */
const longestInstallMs = 60_000;

/**
 * Installs the packed indicators into an empty project as a stranger would who wants nothing but them: without overrides,
 * without install scripts, without a card. Nothing else may come along, and they must compute by `import` and by
 * `require` on the Nodes that the library states.
 */
export async function strangerCheck(root: string): Promise<PackResult> {
  const place = mkdtempSync(join(tmpdir(), 'onestep-stranger-'));
  try {
    return { name: `${name} alone`, problems: await problemsIn(root, place) };
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

async function problemsIn(root: string, place: string): Promise<readonly string[]> {
  const [library] = withNeeds(readLibraries(root), [name]);
  if (library === undefined) return ['the library is gone'];
  const path = (await packAll([library], join(place, 'packages'))).get(name);
  if (path === undefined) return ['npm pack made no package'];
  const consumer = join(place, 'consumer');
  mkdirSync(consumer);
  writeFileSync(join(consumer, 'package.json'), JSON.stringify({ name: 'consumer', private: true }));
  copyFileSync(join(import.meta.dirname, script), join(consumer, script));
  const start = performance.now();
  const args = ['install', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', path];
  const installed = problem('npm install', await runCommand('npm', args, { cwd: consumer }));
  if (installed.length > 0) return installed;
  const problems = installProblems(performance.now() - start, packagesIn(join(consumer, 'node_modules')));
  for (const node of nodesFor(library.oldestNode, await findNodes(process.env['PATH'] ?? ''))) {
    const result = await runCommand(node.path, [script], { cwd: consumer });
    problems.push(...problem(`computing on Node ${node.major}`, result));
  }
  return problems;
}

/** What is wrong with an installation that took so long and brought these packages. */
export function installProblems(tookMs: number, packages: readonly string[]): string[] {
  const others = packages.filter((each) => each !== `@org/${name}`);
  return [
    ...(tookMs > longestInstallMs ? [`npm install took ${Math.round(tookMs / 1000)} s`] : []),
    ...(others.length > 0 ? [`npm install brought ${others.join(', ')} along`] : []),
  ];
}

/** The names of the packages in a folder of modules. */
function packagesIn(modules: string): readonly string[] {
  return readdirSync(modules)
    .filter((entry) => !entry.startsWith('.'))
    .flatMap((entry) =>
      entry.startsWith('@') ? readdirSync(join(modules, entry)).map((each) => `${entry}/${each}`) : [entry],
    );
}
