import { resolve } from 'node:path';
import type { Configuration } from '@org/config';
import { loadConfig } from '@org/config';
import { InputError } from '@org/domain';
import type { Desk } from '@org/execution';
import { openDesk } from '@org/execution';
import { Timeline } from '@org/market-data';
import type { Session } from '@org/session';
import { composeSession, loadCandidates } from '@org/session';
import { LOADING_LIMIT_MS, loadStrategy } from '@org/strategy-loader';
import type { BotFlags } from './flags/bot-flags.ts';
import type { BotOptions } from './flags/bot-options.ts';
import { readBotOptions } from './flags/bot-options.ts';
import { firstDecision } from './market/first-decision.ts';
import { openMarket } from './market/open-market.ts';
import type { PaperMarket } from './market/paper-market.ts';
import type { SessionFeed } from './pipeline/compute-values.ts';

/** A paper session put together, nothing of it begun. */
export interface PaperSession {
  readonly config: Configuration;
  readonly options: BotOptions;
  readonly market: PaperMarket;
  readonly session: Session;
  readonly desk: Desk;
  readonly feeds: readonly SessionFeed[];
  readonly fromMs: number;
  /** Bars that close earlier come without a pause; ms UTC. */
  readonly pacedFrom: number;
  readonly flattenOnExit: boolean;
  /** The folder for the command file, if one is wanted. */
  readonly out: string | null;
  /** The folder for the log files, if they are wanted. */
  readonly logDirectory: string | null;
  /** The bars of every feed, from the start; each call begins anew. */
  readonly openTimeline: () => Timeline;
}

/**
 * Reads the configuration and puts strategies, market and limits together.
 *
 * @throws InputError for whatever of it is wrong.
 */
export async function preparePaperSession(
  flags: BotFlags,
  { env, cwd }: { readonly env: NodeJS.ProcessEnv; readonly cwd: string },
): Promise<PaperSession> {
  const options = readBotOptions(flags);
  const config = loadConfig({ file: flags.config, env, cwd, flags: configurationFlags(flags) });
  refuseVenue(config.venue);
  const { candidates } = await loadCandidates(config.strategies, options.set, (name) =>
    loadStrategy(name, { cwd, signal: AbortSignal.timeout(LOADING_LIMIT_MS) }),
  );
  const { market, interval } = await openMarket(config, {
    ...{ seed: options.seed, cwd },
    instruments: flags.instruments ?? null,
  });
  const session = composeSession({
    candidates,
    markets: market.markets,
    interval,
    limits: config.risk,
    cash: options.cash,
  });
  const fromMs = options.span.fromMs ?? -Infinity;
  const openTimeline = () => new Timeline(session.feeds.map((feed) => market.open(feed, options.span)));
  const needed = session.feeds.map(({ warmUp }) => warmUp);
  return {
    ...{ config, options, market, session, fromMs, openTimeline },
    desk: openDesk(session.trading),
    feeds: session.feeds.map((plan) => ({ plan, isBase: isBase(market, plan) })),
    pacedFrom: firstDecision(openTimeline, needed, fromMs),
    flattenOnExit: flags.flattenOnExit === true,
    out: flags.out === undefined ? null : resolve(cwd, flags.out),
    logDirectory: config.log.directory === null ? null : resolve(cwd, config.log.directory),
  };
}

function configurationFlags({ venue, market, symbols, interval, strategy }: BotFlags) {
  return [
    { name: '--venue', key: 'venue', value: venue },
    { name: '--market', key: 'market', value: market },
    { name: '--symbols', key: 'symbols', value: symbols },
    { name: '--interval', key: 'interval', value: interval },
    { name: '--strategy', key: 'strategies', value: strategy },
  ];
}

/** Whether orders are matched on the bars of a market and interval: the lowest that there is. */
function isBase(
  { markets }: PaperMarket,
  feed: { readonly symbol: string; readonly interval: string },
): boolean {
  return markets.some(
    ({ instrument, interval }) => instrument.symbol === feed.symbol && interval === feed.interval,
  );
}

function refuseVenue(venue: Configuration['venue']): void {
  if (venue === 'local') return;
  throw new InputError('venue-not-there', {
    what: 'the bot does not trade through the exchange client yet, so no order can be sent there',
    found: `--venue ${venue}`,
    allowed: 'local: the same strategies on paper, against a simulated exchange',
  });
}
