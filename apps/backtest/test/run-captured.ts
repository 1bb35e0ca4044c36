import { runProgram } from '../src/program.ts';
import type { Surroundings } from '../src/surroundings.ts';

/** What the program said, and how it ended. */
export interface Captured {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the program in this process, in a folder, with nothing in its environment. */
export async function runCaptured(
  args: readonly string[],
  cwd: string,
  around: Partial<Pick<Surroundings, 'env' | 'onInterrupt' | 'terminal'>> = {},
): Promise<Captured> {
  let out = '';
  let err = '';
  const code = await runProgram(args, {
    cwd,
    env: {},
    out: (text) => (out += text),
    err: (text) => (err += text),
    paint: (_style, text) => text,
    onInterrupt: () => () => undefined,
    terminal: null,
    ...around,
  });
  return { code, out, err };
}
