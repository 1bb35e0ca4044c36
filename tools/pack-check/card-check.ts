import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../process/run-command.ts';
import { cardWords } from './card-words.ts';
import { readLibraries, withNeeds } from './libraries.ts';
import { findNodes, nodesFor } from './nodes.ts';
import { packAll, problem } from './pack-check.ts';
import type { PackResult } from './pack-check.ts';

const name = 'indicators-gpu';
const script = 'computes-on-a-card.mjs';

/**
 * Installs the packed indicators into an empty project together with what `docs/indicators/gpu.md` says that a graphics
 * card needs, word by word, and computes there on the Nodes that the library states. Where no card answers, the fall back
 * is what is tried, unless `ONESTEP_REQUIRE` names webgpu.
 */
export async function cardCheck(root: string): Promise<PackResult> {
  const place = mkdtempSync(join(tmpdir(), 'onestep-card-'));
  try {
    return { name: `${name} with a card`, problems: await problemsIn(root, place) };
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
  const { packages, manifest } = cardWords(readFileSync(join(root, 'docs/indicators/gpu.md'), 'utf8'));
  mkdirSync(consumer);
  writeFileSync(
    join(consumer, 'package.json'),
    JSON.stringify({ name: 'consumer', private: true, ...manifest }),
  );
  copyFileSync(join(import.meta.dirname, script), join(consumer, script));
  const args = ['install', '--prefer-offline', '--no-audit', '--no-fund', path, ...packages];
  const installed = problem('npm install', await runCommand('npm', args, { cwd: consumer }));
  if (installed.length > 0) return installed;
  const problems: string[] = [];
  for (const node of nodesFor(library.oldestNode, await findNodes(process.env['PATH'] ?? ''))) {
    const result = await runCommand(node.path, [script], { cwd: consumer });
    problems.push(...problem(`computing on Node ${node.major}`, result));
  }
  return problems;
}
