import { resolve } from 'node:path';
import { styleText } from 'node:util';
import { EXIT_CODE } from '@org/session';
import { interruptsOf } from './interrupts.ts';
import { runProgram } from './program.ts';

/** How long what is still under way at the end may take, such as the last of the output on its way. */
const GRACE_MS = 1000;

const write = (stream: NodeJS.WriteStream) => (text: string) => void stream.write(text);

const cwd = resolve(process.env.INIT_CWD ?? process.cwd());

// A reader that has seen enough (`| head`) is no fault; a full disk is to be told, where it still can be.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return;
  process.stderr.write(`error: the output cannot be written; found ${error.message}\n`);
  process.exit(EXIT_CODE.badInput);
});
process.stderr.on('error', () => undefined);

// What a strategy lets go, a promise or a timer, fails where nobody can catch it.
process.on('uncaughtException', (error) => {
  void import('./words/describe-stray.ts').then(({ describeStray }) => {
    const { text, exitCode } = describeStray(error, cwd, process.argv.includes('--debug'));
    process.stderr.write(`${text}\n`);
    process.exit(exitCode);
  });
});

process.exitCode = await runProgram(process.argv.slice(2), {
  cwd,
  env: process.env,
  out: write(process.stdout),
  err: write(process.stderr),
  paint: (style, text) => styleText(style, text, { stream: process.stdout }),
  onInterrupt: interruptsOf(process, process.env),
  terminal: process.stderr.isTTY ? process.stderr : null,
});

// A timer that a strategy file has set must not hold up the end.
setTimeout(() => process.exit(), GRACE_MS).unref();
