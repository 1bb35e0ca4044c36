import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** Starts one of the files beside this one in a process of its own, and gives the first thing it says. */
export async function startChild(
  file: string,
  args: readonly string[],
  flags: readonly string[] = [],
): Promise<{ readonly child: ChildProcess; readonly said: unknown }> {
  const child = fork(join(import.meta.dirname, file), [...args], {
    execArgv: ['--conditions=@org/source', ...flags],
  });
  const said = await new Promise<unknown>((resolve) => child.once('message', resolve));
  return { child, said };
}

/** Asks it to end, and waits until it has. */
export async function endChild(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.send('end');
  await ended;
}
