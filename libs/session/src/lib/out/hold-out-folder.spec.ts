import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { holdOutFolder } from './hold-out-folder.ts';

describe('the folder that --out names', () => {
  let root: string;
  beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'onestep-out-'))));
  afterEach(() => rmSync(root, { recursive: true }));

  it('is made, and stays without its lock', () => {
    const folder = join(root, 'deep/inside');
    const release = holdOutFolder(folder, 'bot');
    expect(readFileSync(join(folder, '.lock'), 'utf8')).toMatch(new RegExp(`^${process.pid}\\b`));
    writeFileSync(join(folder, 'report'), '');
    release();
    expect(readdirSync(folder)).toEqual(['report']);
  });

  it('is not left behind where nothing was written, unless it was there before', () => {
    holdOutFolder(join(root, 'deep/inside'), 'bot')();
    expect(readdirSync(root)).toEqual([]);
    holdOutFolder(root, 'bot')();
    expect(existsSync(root)).toBe(true);
  });

  it('belongs to one session at a time, which the refusal names with what to do', () => {
    writeFileSync(join(root, '.lock'), String(process.ppid));
    expect(() => holdOutFolder(root, 'bot')).toThrow(
      `another session writes to ${root}; found process ${process.ppid} in ${root}/.lock; ` +
        'allowed: one session at a time in a folder. Wait until it ends, or name another folder with --out.',
    );
  });

  it('is one of backtests or one of bots: neither writes over what the other has left', () => {
    writeFileSync(join(root, 'commands.jsonl'), '');
    expect(() => holdOutFolder(root, 'backtest')).toThrow(
      `${root}: a backtest does not write here, where it would write over what a bot has left; ` +
        'found the commands of a bot; allowed: a folder that holds the report of a backtest, or nothing yet. ' +
        'Name another folder with --out.',
    );
    holdOutFolder(root, 'bot')();
    writeFileSync(join(root, 'result.json'), '');
    expect(() => holdOutFolder(root, 'bot')).toThrow('found the report of a backtest');
    holdOutFolder(root, 'backtest')();
    expect(readdirSync(root)).toEqual(['commands.jsonl', 'result.json']);
  });

  it('is refused where it cannot be', () => {
    writeFileSync(join(root, 'file'), '');
    expect(() => holdOutFolder(join(root, 'file/inside'), 'bot')).toThrow(
      `${root}/file/inside: nothing can be written here; found ENOTDIR`,
    );
    mkdirSync(join(root, '.lock'));
    expect(() => holdOutFolder(root, 'bot')).toThrow('found a process without a name');
  });
});
