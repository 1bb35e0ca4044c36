import { enableCompileCache } from 'node:module';
import { resolve } from 'node:path';

// Types are stripped and modules compiled once; later starts read the outcome. It has to be on before the first import.
enableCompileCache();
const { serve } = await import('./serve.ts');

const stop = new AbortController();
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  // Every later signal finds it ending already, which takes no time worth interrupting.
  process.on(name, () => stop.abort());
}
/** Who reads along may leave, as `head` does: then it ends in order too. */
process.stdout.on('error', () => stop.abort());

process.exitCode = await serve(process.argv.slice(2), {
  cwd: resolve(process.env['INIT_CWD'] ?? process.cwd()),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  stop: stop.signal,
});
