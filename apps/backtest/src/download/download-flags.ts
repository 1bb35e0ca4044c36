import type { Command } from 'commander';

/** What `backtest download` was asked to do, as the command line gives it: texts. */
export interface DownloadFlags {
  readonly symbols: string;
  readonly interval: string;
  readonly from: string;
  readonly to?: string;
  readonly store: string;
  readonly origin: string;
  readonly debug?: boolean;
}

/** Market data alone, without a key. */
const PUBLIC_DATA = 'https://data-api.binance.vision';

/** Gives a command the flags of a download. */
export function addDownloadFlags(command: Command): Command {
  return command
    .description('brings bars of Binance into a store of Parquet files, and goes on where it stopped')
    .requiredOption('--symbols <symbols>', 'the markets, such as BTCUSDT,ETHUSDT')
    .requiredOption('--interval <interval>', 'the bars, such as 1h')
    .requiredOption('--from <time>', 'the first bar (UTC)')
    .option('--to <time>', 'the bar to end before (UTC); the last one that is over by default')
    .option('--store <folder>', 'where the bars are kept', 'data')
    .option('--origin <address>', 'where they come from', PUBLIC_DATA)
    .option('--debug', 'show where an error came from')
    .allowExcessArguments(false);
}
