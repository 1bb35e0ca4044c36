import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../process/run-command.ts';
import { readLibraries, withNeeds } from './libraries.ts';
import { findNodes, nodesFor } from './nodes.ts';
import { packAll, problem } from './pack-check.ts';
import type { PackResult } from './pack-check.ts';

const name = 'indicators-gpu';
const script = 'computes-both-ways.mjs';

/** A page that wants one indicator, and what all of it may weigh then, minified: the engine that they share, and that one. */
const page = "import { sma } from '@org/indicators-gpu';\nconsole.log(sma([1, 2, 3], { period: 2 }));\n";
const heaviestPageBytes = 24_000;

/** What an installation may take; the one of a graphics card's packages takes minutes where they are built. */
const longestInstallMs = 60_000;

/**
 * Installs the packed indicators into an empty project as a stranger would who wants nothing but them: without overrides,
 * without install scripts, without a card. Nothing else may come along, they must compute by `import` and by
 * `require` on the Nodes that the library states, and a page that wants one indicator must not be given all.
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
  problems.push(...(await pageProblems(root, consumer)));
  return problems;
}

async function pageProblems(root: string, consumer: string): Promise<readonly string[]> {
  const weighed = await weigh(root, consumer);
  const library = join(consumer, 'node_modules/@org', name, 'dist/index.js');
  writeFileSync(library, asOthersRead(readFileSync(library, 'utf8')));
  return [...weighed, ...(await weigh(root, consumer))];
}

/**
 * A bundle as those bundlers read it, webpack among them, to which a function cannot say that it has no side effects, but only
 * each of its calls.
 */
function asOthersRead(bundle: string): string {
  return bundle.replaceAll('@__NO_SIDE_EFFECTS__', '');
}

async function weigh(root: string, consumer: string): Promise<readonly string[]> {
  writeFileSync(join(consumer, 'page.js'), page);
  const bundler = join(root, 'node_modules/.bin/esbuild');
  const args = ['page.js', '--bundle', '--minify', '--format=esm', '--outfile=page.min.js'];
  const bundled = problem('bundling a page', await runCommand(bundler, args, { cwd: consumer }));
  return bundled.length > 0 ? bundled : weightProblems(statSync(join(consumer, 'page.min.js')).size);
}

/** What is wrong with a page of so many bytes that wants one indicator. */
export function weightProblems(bytes: number): readonly string[] {
  if (bytes <= heaviestPageBytes) return [];
  return [
    `a page with one indicator weighs ${bytes} bytes, more than ${heaviestPageBytes}: something is not left out`,
  ];
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
