import { OnestepError } from '@org/domain';
import { describeFailure, EXIT_CODE, flagWords } from '@org/session';
import { Command, CommanderError } from 'commander';
import { commandLine } from './command-line.ts';
import type { DownloadFlags } from './download/download-flags.ts';
import { addDownloadFlags } from './download/download-flags.ts';
import type { RunFlags } from './run/run-flags.ts';
import { addRunFlags } from './run/run-flags.ts';
import type { Surroundings } from './surroundings.ts';
import { listedBy } from './words/listed-by.ts';
import { refuseWords } from './words/refuse-words.ts';

/** Runs the command line; gives the exit code. Errors go to `err` as one message, with a stack only under `--debug`. */
export async function runProgram(args: readonly string[], around: Surroundings): Promise<number> {
  try {
    await programFor(args, around).parseAsync([...args], { from: 'user' });
    return EXIT_CODE.done;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT_CODE.done : EXIT_CODE.badInput;
    const failure = describeFailure(error, args.includes('--debug'));
    around.err(`${failure.text}\n`);
    return failure.exitCode;
  }
}

function programFor(args: readonly string[], around: Surroundings): Command {
  const program = new Command('backtest')
    .description('Runs strategies over history.')
    .configureHelp({ optionDescription: flagWords })
    .configureOutput({ writeOut: around.out, writeErr: around.err })
    .exitOverride();
  const run = program
    .command('run', { isDefault: true })
    .showHelpAfterError(listedBy('run'))
    .action((flags: RunFlags) => {
      const commands = program.commands.map((command) => command.name());
      refuseWords(run.args, args, commands);
      return runOrDescribe(flags, commandLine(args), around);
    });
  addRunFlags(run);
  addDownloadFlags(program.command('download'))
    .showHelpAfterError(listedBy('download'))
    .action(async (flags: DownloadFlags) => {
      const { downloadCommand } = await import('./download/download-command.ts');
      await downloadCommand(flags, around);
    });
  program
    .command('bench')
    .description('measures the backtest against its targets, answers checked first')
    .option('--check', 'a missed target ends with exit code 1')
    .option('--small', 'few bars, for the answers alone')
    .showHelpAfterError(listedBy('bench'))
    .allowExcessArguments(false)
    .action(async (flags: { readonly check?: boolean; readonly small?: boolean }) => {
      const { bench } = await import('./bench/bench.ts');
      const met = await bench(flags.small === true, around.out);
      if (!met && flags.check === true)
        throw new OnestepError('target-missed', { what: 'a target was missed' });
    });
  return program;
}

/** Each is loaded when it is wanted: a start that only prints figures should not wait for the rest. */
async function runOrDescribe(flags: RunFlags, command: string, around: Surroundings): Promise<void> {
  if (flags.describe === true) {
    const { describeCommand } = await import('./describe/describe-command.ts');
    await describeCommand(flags, around);
  } else {
    const { runCommand } = await import('./run/run-command.ts');
    await runCommand(flags, command, around);
  }
}
