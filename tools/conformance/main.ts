import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../process/run-command.ts';
import { PAGE, writtenPage } from './conformance-page.ts';

/** Writes the tables of conformance: from a report of `jest --json`, or after running the tests that they need. */
const root = join(import.meta.dirname, '../..');
const [given] = process.argv.slice(2);
const path = join(root, PAGE);
const report = given === undefined ? await runTests() : readFileSync(given, 'utf8');
writeFileSync(path, writtenPage(readFileSync(path, 'utf8'), report, root));

async function runTests(): Promise<string> {
  const place = mkdtempSync(join(tmpdir(), 'onestep-conformance-'));
  const file = join(place, 'jest.json');
  const projects = ['--selectProjects', 'local-binance', 'simulator'];
  const jest = [join(root, 'node_modules/jest/bin/jest.js'), ...projects, '--json', `--outputFile=${file}`];
  try {
    await runCommand(process.execPath, jest, { cwd: root, env: process.env, shown: true });
    return readFileSync(file, 'utf8');
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
