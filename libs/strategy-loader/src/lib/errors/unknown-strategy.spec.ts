import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unknownStrategy } from './unknown-strategy.ts';

describe('an unknown strategy', () => {
  let cwd: string;
  beforeEach(() => (cwd = mkdtempSync(join(tmpdir(), 'onestep-strategies-'))));
  afterEach(() => rmSync(cwd, { recursive: true }));

  it('is told the names that there are', () => {
    expect(unknownStrategy('something', ['sma-cross', 'grid'], cwd).message).toBe(
      'unknown strategy; found something; allowed: sma-cross, grid, or the path of a TypeScript file',
    );
  });

  it('is told the nearest name', () => {
    expect(unknownStrategy('smacross', ['sma-cross', 'grid'], cwd).facts.hint).toBe(
      'Did you mean sma-cross?',
    );
  });

  it.each(['ts', 'js'])('is told rather the file that has its name and ends in .%s', (extension) => {
    writeFileSync(join(cwd, `grids.${extension}`), '');
    expect(unknownStrategy('grids', ['grid'], cwd).facts.hint).toBe(`Did you mean ./grids.${extension}?`);
  });

  it('is nothing when it is empty', () => {
    expect(unknownStrategy('', ['grid'], cwd).facts.found).toBe('nothing');
  });
});
