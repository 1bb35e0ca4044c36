import { resolve } from 'node:path';
import type { LocalBinance } from '@org/local-binance';
import { startLocalBinance } from '@org/local-binance';
import { describeFailure, EXIT_CODE } from '@org/session';
import { readFlags } from './flags/serve-flags.ts';
import { readServeOptions } from './flags/serve-options.ts';
import { greeting } from './greeting.ts';
import { openMarket } from './market/open-market.ts';

/** The world around the exchange: the process, or what a test puts in its place. */
export interface Surroundings {
  readonly cwd: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Asks it to end. */
  readonly stop: AbortSignal;
}

/** Runs an exchange from its command line until it is asked to end. Gives the exit code. */
export async function serve(args: readonly string[], around: Surroundings): Promise<number> {
  const read = readFlags(args);
  if (read.flags === null) {
    (read.isHelp ? around.out : around.err)(read.text);
    return read.isHelp ? EXIT_CODE.done : EXIT_CODE.badInput;
  }
  try {
    const tellFault = (fault: unknown) => around.err(`${describeFailure(fault, true).text}\n`);
    const { market: choice, stateFile, ...options } = readServeOptions(read.flags);
    const { notes, ...market } = await openMarket(choice, options.seed, around.cwd);
    const exchange = await startLocalBinance({
      ...options,
      ...market,
      ...(stateFile === null ? {} : { state: { file: resolve(around.cwd, stateFile) } }),
      onFault: tellFault,
    });
    for (const note of [...notes, ...exchange.notes]) around.err(`${note}\n`);
    around.out(greeting(exchange));
    await untilStopped(exchange, around.stop);
    return EXIT_CODE.done;
  } catch (error) {
    const { text, exitCode } = describeFailure(error, read.flags.debug === true);
    around.err(`${text}\n`);
    return exitCode;
  }
}

async function untilStopped(exchange: LocalBinance, stop: AbortSignal): Promise<void> {
  if (!stop.aborted) {
    await new Promise((resolve) => stop.addEventListener('abort', resolve, { once: true }));
  }
  await exchange.close();
}
