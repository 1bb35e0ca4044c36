import { spawn } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../..');
const MAIN = join(ROOT, 'apps/local-binance/src/main.ts');

describe('the process', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('ends with 0 after %s, and says nothing more', async (signal) => {
    const child = spawn(process.execPath, ['--conditions=@org/source', MAIN, '--port', '0'], { cwd: ROOT });
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    // The greeting tells that it listens. A second signal, as npm's echo is, changes nothing.
    child.stdout.once('data', () => {
      child.kill(signal);
      child.kill(signal);
    });
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect(err).toBe('');
    expect(code).toBe(0);
  });
});
