import type { Amount, Interval, RiskLimits, SpotInstrument } from '@org/domain';
import { formatAmount, InputError, toAmount } from '@org/domain';
import type { TradingSetup } from '@org/execution';
import type { FeedPlan } from '@org/strategies';
import { planSession } from '@org/strategies';
import type { Candidate, SeatedStrategy } from '../strategies/seat-strategies.ts';
import { seatStrategies } from '../strategies/seat-strategies.ts';

/** A market and the lowest interval of its bars, on which orders are matched. */
export interface SessionMarket {
  readonly instrument: SpotInstrument;
  readonly interval: Interval;
  /** No strategy hears of it: it only says what fees are worth. Default: false. */
  readonly isForPrices?: boolean;
}

/** What a person wants of a session. */
export interface SessionRequest {
  readonly candidates: readonly Candidate[];
  /** The first of those that are traded is the strategies' main one. */
  readonly markets: readonly SessionMarket[];
  /** The interval that strategies decide on unless they declare another; by default the first market's. */
  readonly interval?: Interval;
  readonly limits: RiskLimits;
  /** What the account holds at the start, in quote. */
  readonly cash: number;
  /** Further assets that it holds, such as BNB to pay fees with. */
  readonly deposits?: readonly { readonly asset: string; readonly amount: Amount }[];
  readonly orderIdPrefix?: string;
}

/** A session put together: what the step runs on, and what must be computed on which bars. */
export interface Session {
  readonly trading: TradingSetup;
  readonly feeds: readonly FeedPlan[];
  readonly seated: readonly SeatedStrategy[];
}

const ORDER_ID_PREFIX = 'os';

/**
 * Puts a session together, for backtest and bot alike, so that the two cannot differ in anything but their shell.
 *
 * @throws InputError for parameters, markets or shares that are wrong, and `cash-steps` for cash that the quote asset's
 * smallest unit does not make up.
 */
export function composeSession(request: SessionRequest): Session {
  const { candidates, markets, limits, cash, deposits = [], orderIdPrefix = ORDER_ID_PREFIX } = request;
  const [first, ...others] = markets.filter(({ isForPrices }) => isForPrices !== true);
  if (first === undefined) {
    throw new InputError('session-empty', {
      what: 'a session needs at least one market to trade',
      found: 'none',
    });
  }
  const symbols: [string, ...string[]] = [
    first.instrument.symbol,
    ...others.map(({ instrument }) => instrument.symbol),
  ];
  const seated = seatStrategies(candidates, symbols, request.interval ?? first.interval);
  const base = markets.map(({ instrument, interval }) => ({ symbol: instrument.symbol, interval }));
  const plan = planSession(
    seated.map(({ strategy }) => strategy),
    base,
  );
  const { quote } = first.instrument;
  return {
    trading: {
      allocations: plan.strategies.map((strategy, index) => ({ strategy, share: seated[index]?.share ?? 0 })),
      instruments: markets.map(({ instrument }) => instrument),
      limits,
      deposits: [{ asset: quote.code, amount: cashIn(quote, cash) }, ...deposits],
      orderIdPrefix,
    },
    feeds: plan.feeds,
    seated,
  };
}

/** Cash of which a part would be lost begins the account with another equity than was asked for, 1e-9 with none at all. */
function cashIn(quote: SpotInstrument['quote'], cash: number): Amount {
  const exact = toAmount(cash, quote);
  if (Number(formatAmount(exact, quote)) === cash) return exact;
  const { code, decimals } = quote;
  throw new InputError('cash-steps', {
    what: 'an account cannot hold this much cash',
    found: `${cash} ${code}`,
    allowed: `steps of ${(10 ** -decimals).toFixed(decimals)} ${code}`,
  });
}
