import { DEFAULT_PAPER_ACCOUNT } from '@org/session';
import type { Command } from 'commander';

/** What `backtest run` was asked to do, as the command line gives it: texts. */
export interface RunFlags {
  readonly data?: readonly string[];
  readonly symbol?: string;
  readonly interval?: string;
  readonly strategy?: readonly string[];
  readonly set?: readonly string[];
  readonly describe?: boolean;
  readonly cash: string;
  readonly fee: string;
  readonly feeAsset: string;
  readonly deposit?: readonly string[];
  readonly slippageBps: string;
  readonly participation: string;
  readonly instruments?: string;
  readonly from?: string;
  readonly to?: string;
  readonly out?: string;
  readonly json?: boolean;
  readonly config?: string;
  readonly debug?: boolean;
}

const several = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

/** Gives a command the flags of a run. */
export function addRunFlags(command: Command): Command {
  return command
    .description('runs a strategy over recorded bars, by default over the sample market')
    .option('--data <paths...>', 'a store of bars, or files or globs of recorded ones', several)
    .option(
      '--symbol <symbols>',
      'the markets to trade, A,B, of those in the data; also where the name of a file does not say it',
    )
    .option('--interval <interval>', 'the bars that the strategy decides on (default: those of the data)')
    .option(
      '--strategy <name>',
      'a built-in name or a TypeScript file; several with shares: name=0.5 (default: sma-cross)',
      several,
    )
    .option('--set <name=value>', 'a parameter (repeatable); strategy.name=value for one of several', several)
    .option('--describe', "list the strategy's parameters and end")
    .option('--cash <amount>', 'what the account begins with, in quote', DEFAULT_PAPER_ACCOUNT.cash)
    .option('--fee <fraction>', 'the fee of each fill', DEFAULT_PAPER_ACCOUNT.fee)
    .option('--fee-asset <asset>', 'what fees are paid in: received, or BNB', 'received')
    .option('--deposit <asset=amount>', 'what the account holds besides cash (repeatable)', several)
    .option(
      '--slippage-bps <points>',
      'how far market and stop orders slip, in basis points',
      DEFAULT_PAPER_ACCOUNT.slippageBps,
    )
    .option(
      '--participation <fraction>',
      "the most of a bar's volume that an order takes",
      DEFAULT_PAPER_ACCOUNT.participation,
    )
    .option('--instruments <file>', 'the rules of markets that are not built in')
    .option('--from <time>', 'the first bar to trade on (UTC)')
    .option('--to <time>', 'the bar to end before (UTC)')
    .option('--out <folder>', 'where the report goes (default: reports/latest)')
    .option('--json', 'print the statistics as JSON; without --out nothing is written')
    .option('--config <file>', 'a configuration file, in place of onestep.yaml')
    .option('--debug', 'show where an error came from')
    .allowExcessArguments();
}
