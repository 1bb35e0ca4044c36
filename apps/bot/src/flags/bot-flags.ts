import type { CommandLine, PaperAccountTexts } from '@org/session';
import { DEFAULT_PAPER_ACCOUNT, flagWords, readCommandLine } from '@org/session';
import { Command } from 'commander';

/** What the bot was asked to do, as the command line gives it: texts. */
export interface BotFlags extends PaperAccountTexts {
  readonly venue?: string;
  readonly market?: readonly string[];
  readonly seed: string;
  readonly speed?: string;
  readonly strategy?: readonly string[];
  readonly set?: readonly string[];
  readonly symbols?: readonly string[];
  readonly interval?: string;
  readonly instruments?: string;
  readonly flattenOnExit?: boolean;
  readonly confirmLive?: boolean;
  readonly config?: string;
  readonly from?: string;
  readonly to?: string;
  readonly out?: string;
  readonly json?: boolean;
  readonly debug?: boolean;
}

/** Reads the command line. */
export function readFlags(args: readonly string[]): CommandLine<BotFlags> {
  return readCommandLine<BotFlags>(botCommand(), args);
}

const several = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

function botCommand(): Command {
  const { cash, fee, slippageBps, participation } = DEFAULT_PAPER_ACCOUNT;
  return new Command('bot')
    .description('Trades: by default on paper, in a synthetic market.')
    .configureHelp({ optionDescription: flagWords })
    .option('--venue <name>', 'where orders go: local, testnet or live (default: local)')
    .option(
      '--market <bars...>',
      'synthetic, files or globs of recorded bars, or live-data (default: synthetic)',
      several,
    )
    .option('--seed <number>', 'which synthetic market', '7')
    .option('--speed <times>', 'how many times faster than the market, or max (default: 600)')
    .option(
      '--strategy <name>',
      'a built-in name or a TypeScript file; several with shares: name=0.5 (default: sma-cross)',
      several,
    )
    .option('--set <name=value>', 'a parameter (repeatable); strategy.name=value for one of several', several)
    .option(
      '--symbols <list>',
      'the markets that are traded, with commas between (default: BTCUSDT)',
      several,
    )
    .option(
      '--interval <interval>',
      'the bars that the strategy decides on (default: 1m, or those of the files)',
    )
    .option('--instruments <file>', 'the rules of markets that are not built in')
    .option('--flatten-on-exit', 'sell everything before ending')
    .option('--confirm-live', 'trade with real money, which --venue live asks for')
    .option('--config <file>', 'a configuration file, in place of onestep.yaml')
    .option('--from <time>', 'the first bar to trade on (UTC)')
    .option('--to <time>', 'the bar to end before (UTC)')
    .option('--cash <amount>', 'what the account begins with, in quote', cash)
    .option('--fee <fraction>', 'the fee of each fill', fee)
    .option('--slippage-bps <points>', 'how far market and stop orders slip, in basis points', slippageBps)
    .option('--participation <fraction>', "the most of a bar's volume that an order takes", participation)
    .option(
      '--out <folder>',
      'where every command is written down, as commands.jsonl; earlier ones are kept beside it',
    )
    .option('--json', 'tell everything as lines of JSON')
    .option('--debug', 'show where an error came from')
    .showHelpAfterError('The flags are listed by: npm start -- --help')
    .allowExcessArguments(false);
}
