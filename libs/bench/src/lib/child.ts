import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { once } from 'node:events';

/** A process beside the benchmark, and the first thing that it said. */
export interface StartedChild {
  readonly child: ChildProcess;
  readonly said: unknown;
}

/**
 * Runs a TypeScript file in a process of its own, with the sources of the libraries, so that who serves and who measures
 * do not share a thread. Waits for the first message.
 *
 * @param file its path
 * @param flags of Node
 * @throws Error where it ends before it has said anything
 */
export async function startChild(
  file: string,
  args: readonly string[] = [],
  flags: readonly string[] = [],
): Promise<StartedChild> {
  const child = fork(file, [...args], { execArgv: ['--conditions=@org/source', ...flags] });
  const said = await new Promise<unknown>((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`${file} has ended with ${code} and said nothing.`)));
  });
  return { child, said };
}

/** Asks it to end, by the message `end`, and waits until it has. */
export async function endChild(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.send('end');
  await ended;
}
