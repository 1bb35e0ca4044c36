import type { CommandLine } from '@org/session';
import { flagWords, readCommandLine } from '@org/session';
import { Command } from 'commander';

/** What was asked for on the command line: texts. */
export interface ServeFlags {
  readonly port: string;
  readonly host: string;
  readonly market: readonly string[];
  readonly seed: string;
  readonly speed: string;
  readonly protocolSpeed: string;
  readonly state?: string;
  readonly debug?: boolean;
}

/** Reads the command line. */
export function readFlags(args: readonly string[]): CommandLine<ServeFlags> {
  return readCommandLine<ServeFlags>(serveCommand(), args);
}

/** The first that is given takes the place of the default. */
function severalMarkets() {
  const given: string[] = [];
  return (value: string): readonly string[] => {
    given.push(value);
    return given;
  };
}

function serveCommand(): Command {
  return new Command('local-binance')
    .description("A Binance that runs on this machine: point any client's base URL at it.")
    .configureHelp({ optionDescription: flagWords })
    .option('--port <number>', 'where it listens; 0 for any that is free', '9000')
    .option('--host <address>', 'who can reach it: 0.0.0.0 for everybody', '127.0.0.1')
    .option(
      '--market <kind>',
      'synthetic, or files or globs of recorded bars or of captured streams (repeatable)',
      severalMarkets(),
      ['synthetic'],
    )
    .option('--seed <number>', 'which synthetic market, and which keys', '1')
    .option('--speed <times>', 'how many times faster than real time the market runs, or max', '1')
    .option('--protocol-speed <times>', 'the same for timestamps, limits and pings', '1')
    .option('--state <file>', 'where accounts and orders outlive the process; goes on from what is there')
    .option('--debug', 'show where an error came from')
    .showHelpAfterError('The flags are listed by: npm run local-binance -- --help')
    .allowExcessArguments(false);
}
