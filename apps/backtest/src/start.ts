import { resolve } from 'node:path';
import { styleText } from 'node:util';
import { EXIT_CODE } from '@org/session';
import { interruptsOf } from './interrupts.ts';
import { runProgram } from './program.ts';

const write = (stream: NodeJS.WriteStream) => (text: string) => void stream.write(text);

// A reader that has seen enough (`| head`) is no fault; a full disk is to be told, where it still can be.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return;
  process.stderr.write(`error: the output cannot be written; found ${error.message}\n`);
  process.exit(EXIT_CODE.badInput);
});
process.stderr.on('error', () => undefined);

process.exitCode = await runProgram(process.argv.slice(2), {
  cwd: resolve(process.env.INIT_CWD ?? process.cwd()),
  env: process.env,
  out: write(process.stdout),
  err: write(process.stderr),
  paint: (style, text) => styleText(style, text, { stream: process.stdout }),
  onInterrupt: interruptsOf(process, process.env),
  terminal: process.stderr.isTTY ? process.stderr : null,
});
