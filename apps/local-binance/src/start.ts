import { resolve } from 'node:path';
import { EXIT_CODE } from '@org/session';
import { serve } from './serve.ts';

const stop = new AbortController();
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  // Every later signal finds it ending already, which takes no time worth interrupting.
  process.on(name, () => stop.abort());
}
/** Who reads along may leave, as `head` does: then it ends in order too. A full disk is to be told. */
let lostCode: number | undefined;
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  stop.abort();
  if (error.code === 'EPIPE') return;
  lostCode = EXIT_CODE.badInput;
  process.stderr.write(`error: the output cannot be written; found ${error.message}\n`);
});
/** Of what cannot be told nobody is told: no reason for the exchange to be gone. */
process.stderr.on('error', () => undefined);

const code = await serve(process.argv.slice(2), {
  cwd: resolve(process.env['INIT_CWD'] ?? process.cwd()),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  stop: stop.signal,
});
process.exitCode = lostCode ?? code;
