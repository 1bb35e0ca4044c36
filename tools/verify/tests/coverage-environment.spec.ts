import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { runCommand } from '../../process/run-command.ts';

const jestProgram = join(import.meta.dirname, '../../../node_modules/jest/bin/jest.js');
const environment = join(import.meta.dirname, 'coverage-environment.ts');

const size = `function size(n) {
  if (n > 9) {
    return 'large';
  }
  return n > 4 ? 'middling' : 'small';
}
module.exports = { size };
`;
const summary = z.record(
  z.string(),
  z.object({ lines: z.object({ covered: z.number() }), branches: z.object({ covered: z.number() }) }),
);

let place: string;

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'onestep-coverage-'));
});
afterEach(() => rmSync(place, { recursive: true }));

/** How many lines and branches of `size` were counted in one worker, by a spec file for each of these bodies. */
async function counted(bodies: readonly string[], env: string) {
  const config = { coverageProvider: 'v8', transform: {}, collectCoverageFrom: ['size.js'] };
  writeFileSync(join(place, 'jest.config.json'), JSON.stringify(config));
  writeFileSync(join(place, 'size.js'), size);
  for (const [index, body] of bodies.entries()) {
    const text = `const { size } = require('./size.js');\ntest('a size', () => { ${body} });\n`;
    writeFileSync(join(place, `${index}.spec.js`), text);
  }
  const args = ['--runInBand', '--coverage', '--coverageReporters=json-summary', `--env=${env}`];
  const { exitCode, output } = await runCommand(process.execPath, [jestProgram, ...args], { cwd: place });
  if (exitCode !== 0) throw new Error(output);
  const told = summary.parse(JSON.parse(readFileSync(join(place, 'coverage/coverage-summary.json'), 'utf8')));
  const file = told[join(place, 'size.js')];
  return { lines: file?.lines.covered, branches: file?.branches.covered };
}

describe('the environment of a run under coverage', () => {
  // Of 7 lines; V8 tells a branch only of what is run.
  it.each([
    ['all of a file', ['size(10);', 'size(3);', 'size(5);'], { lines: 7, branches: 6 }],
    ['a part of it, twice', ['size(3);', 'size(2);'], { lines: 5, branches: 2 }],
    ['one side of a branch each', ['size(10);', 'size(5);'], { lines: 7, branches: 3 }],
  ])('counts what jest by itself counts where spec files of one worker run %s', async (_, bodies, jests) => {
    expect(await counted(bodies, 'node')).toEqual(jests);
    expect(await counted(bodies, environment)).toEqual(jests);
  });
});
