import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';

/** How a command ended: its exit status (1 where a signal ended it), and all that it printed. */
export interface CommandResult {
  readonly exitCode: number;
  readonly output: string;
}

export interface CommandOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Whether what it prints is also shown as it comes. */
  readonly shown?: boolean;
}

/** Runs a program without a shell and collects stdout and stderr, as plain text, in the order in which they came. */
export function runCommand(
  program: string,
  args: readonly string[],
  { cwd, env = process.env, shown = false }: CommandOptions = {},
): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const collectFor = (stream: NodeJS.WriteStream) => (chunk: string) => {
      const text = stripVTControlCharacters(chunk);
      output += text;
      if (shown) stream.write(text);
    };
    child.stdout.setEncoding('utf8').on('data', collectFor(process.stdout));
    child.stderr.setEncoding('utf8').on('data', collectFor(process.stderr));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ exitCode: code ?? 1, output });
    });
  });
}
