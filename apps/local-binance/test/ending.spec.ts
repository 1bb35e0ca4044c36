import type { StdioOptions } from 'node:child_process';
import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../..');
const MAIN = join(ROOT, 'apps/local-binance/src/main.ts');

const start = (args: readonly string[], stdio: StdioOptions = 'pipe') =>
  spawn(process.execPath, ['--conditions=@org/source', MAIN, ...args], { cwd: ROOT, stdio });

describe('the process', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('ends with 0 after %s, and says nothing more', async (signal) => {
    const child = start(['--port', '0']);
    let err = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (err += text));
    // The greeting tells that it listens. A second signal, as npm's echo is, changes nothing.
    child.stdout?.once('data', () => {
      child.kill(signal);
      child.kill(signal);
    });
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect(err).toBe('');
    expect(code).toBe(0);
  });

  // A disk that is always full.
  const onFullDisk = existsSync('/dev/full') ? it : it.skip;

  onFullDisk('ends with 2 where its greeting cannot be written, and says so', async () => {
    const full = openSync('/dev/full', 'w');
    const child = start(['--port', '0'], ['ignore', full, 'pipe']);
    closeSync(full);
    let err = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (err += text));
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect(err).toMatch(/^error: the output cannot be written; found .*ENOSPC/);
    expect(code).toBe(2);
  });

  onFullDisk('ends with 2 for bad input, though it cannot tell what is wrong', async () => {
    const full = openSync('/dev/full', 'w');
    const child = start(['--port', '70000'], ['ignore', 'ignore', full]);
    closeSync(full);
    expect(await new Promise((resolve) => child.once('close', resolve))).toBe(2);
  });
});
