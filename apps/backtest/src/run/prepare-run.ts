import { unheededKeys } from '@org/config';
import type { RiskLimits } from '@org/domain';
import type { LoadedCandidates, Session } from '@org/session';
import { composeSession, loadCandidates } from '@org/session';
import { LOADING_LIMIT_MS, loadStrategy } from '@org/strategy-loader';
import type { Surroundings } from '../surroundings.ts';
import { depositsOf } from './deposits.ts';
import type { Market } from './open-market.ts';
import { openMarkets } from './open-market.ts';
import { readConfiguration } from './read-configuration.ts';
import type { RunFlags } from './run-flags.ts';
import type { RunOptions } from './run-options.ts';
import { readRunOptions } from './run-options.ts';

/** A run put together, nothing of it begun. */
export interface PreparedRun {
  readonly options: RunOptions;
  readonly limits: RiskLimits;
  readonly hashes: LoadedCandidates['hashes'];
  readonly markets: readonly Market[];
  readonly session: Session;
  /** What was asked for and changes nothing, a line each. */
  readonly warnings: readonly string[];
}

/**
 * Reads what was asked for, and puts strategies, markets and limits together.
 *
 * @throws InputError for whatever of it is wrong.
 */
export async function prepareRun(flags: RunFlags, around: Surroundings): Promise<PreparedRun> {
  const options = readRunOptions(flags);
  const configuration = readConfiguration(flags, around);
  const { strategies, risk: limits } = configuration;
  const { candidates, hashes } = await loadCandidates(strategies, options.set, (name) =>
    loadStrategy(name, { cwd: around.cwd, signal: AbortSignal.timeout(LOADING_LIMIT_MS) }),
  );
  const markets = await openMarkets(options, around.cwd);
  const session = composeSession({
    candidates,
    markets: markets.map(({ series, instrument, isForPrices }) => ({
      instrument,
      interval: series.interval,
      isForPrices,
    })),
    ...(options.interval === null ? {} : { interval: options.interval }),
    limits,
    cash: options.cash,
    deposits: depositsOf(options, markets),
  });
  return { options, limits, hashes, markets, session, warnings: unheededKeys(configuration) };
}
