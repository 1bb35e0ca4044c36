import type { Amount, Interval, RiskLimits, SpotInstrument, Strategy, StrategyInput } from '@org/domain';
import { amount, InputError } from '@org/domain';
import { orderIdStart } from '../orders/client-order-id.ts';

/** A strategy and its share of the account's quote, as a fraction; shares add up to at most 1. */
export interface Allocation {
  readonly strategy: Strategy;
  readonly share: number;
}

/** What a session is made of; it does not change while the session runs. */
export interface TradingSetup {
  readonly allocations: readonly Allocation[];
  /** Every market that is traded or marked; all have the same quote asset. */
  readonly instruments: readonly SpotInstrument[];
  readonly limits: RiskLimits;
  /** What the account holds at the start. */
  readonly deposits: readonly { readonly asset: string; readonly amount: Amount }[];
  /** Begins every client order id: letters and digits, such as `os1`. */
  readonly orderIdPrefix: string;
}

/** Bars that strategies listen to. */
export interface CandleFeed {
  /** Its place among the desk's feeds. */
  readonly index: number;
  readonly symbol: string;
  readonly interval: Interval;
  /** The strategies that listen to it. */
  readonly seats: readonly number[];
}

/** A market of the setup: its place, its rules, and who listens to its bars. */
export interface Market {
  readonly index: number;
  readonly instrument: SpotInstrument;
  readonly feeds: readonly CandleFeed[];
}

/** Where the bars of a market and interval belong: to the market, and to those who listen, if anybody does. */
export interface BarPlace {
  readonly market: Market;
  readonly feed: CandleFeed | null;
  /** The numbers of the two, at hand: every bar asks for them. No feed is -1. */
  readonly marketIndex: number;
  readonly feedIndex: number;
  /** The only one who listens, if it decides on every such bar, as most do; null where there is more to ask or to watch. */
  readonly soleSeat: Seat | null;
}

/** A strategy of the setup with what the step looks up about it. */
export interface Seat {
  readonly index: number;
  readonly strategy: Strategy;
  readonly share: number;
  /** The feeds of its candle inputs, in order. */
  readonly feeds: readonly CandleFeed[];
  /** Whether there is one, so that every bar of it is a decision. Told here, since a list is two more places in memory. */
  readonly hasOneFeed: boolean;
}

/** The setup, indexed for the step. */
export interface Desk {
  readonly setup: TradingSetup;
  readonly limits: RiskLimits;
  readonly quote: SpotInstrument['quote'];
  /** What every client order id begins with. */
  readonly orderIdStart: string;
  readonly markets: readonly Market[];
  /** Every feed that a strategy listens to, once. */
  readonly feeds: readonly CandleFeed[];
  readonly marketBySymbol: ReadonlyMap<string, Market>;
  readonly seats: readonly Seat[];
  readonly seatById: ReadonlyMap<string, Seat>;
  /** The strategies whose whole holding is watched at each close. */
  readonly inventorySeats: readonly Seat[];
  readonly hasInventories: boolean;
}

/** A billionth that misses a whole one by no more than this is that one: 0.29 · 1e9 is 289999999.99999997. */
const SHARE_SLACK = 1e-6;

const PREFIX = /^[A-Za-z0-9]{1,16}$/;

/**
 * Checks a setup and indexes it.
 *
 * @throws InputError when there is no strategy or market, ids or markets repeat, shares exceed 1, a deposit is below 0,
 * a strategy listens to a market without instrument, or the markets' quote assets differ.
 */
export function openDesk(setup: TradingSetup): Desk {
  const [first] = setup.instruments;
  if (first === undefined)
    throw refuse('setup-empty', 'a session needs at least one market', 'no instrument');
  checkSetup(setup, first.quote.code);
  const feeds = feedsOf(setup.allocations.map(({ strategy }) => strategy));
  const seats = setup.allocations.map(({ strategy, share }, index): Seat => {
    const own = strategy.inputs.flatMap((input) => feeds.find((feed) => isFeedOf(feed, input)) ?? []);
    return { index, strategy, share, feeds: own, hasOneFeed: own.length === 1 };
  });
  const markets = setup.instruments.map((instrument, index) => ({
    index,
    instrument,
    feeds: feeds.filter(({ symbol }) => symbol === instrument.symbol),
  }));
  const inventorySeats = seats.filter(({ strategy }) => strategy.protection === 'inventory');
  return {
    setup,
    limits: setup.limits,
    quote: first.quote,
    orderIdStart: orderIdStart(setup.orderIdPrefix),
    markets,
    feeds,
    marketBySymbol: new Map(markets.map((market) => [market.instrument.symbol, market])),
    seats,
    seatById: new Map(seats.map((seat) => [seat.strategy.id, seat])),
    inventorySeats,
    hasInventories: inventorySeats.length > 0,
  };
}

/** The market of a symbol; undefined for one that is not in the setup. */
export function findMarket(desk: Desk, symbol: string): Market | undefined {
  // Most sessions have one market: comparing is several times faster than the map. With more it would only cost.
  const first = desk.markets[0];
  const isFirst = desk.markets.length === 1 && first?.instrument.symbol === symbol;
  return isFirst ? first : desk.marketBySymbol.get(symbol);
}

/** The strategy with this id; undefined where there is none. */
export function findSeat(desk: Desk, strategyId: string): Seat | undefined {
  const first = desk.seats[0];
  const isFirst = desk.seats.length === 1 && first?.strategy.id === strategyId;
  return isFirst ? first : desk.seatById.get(strategyId);
}

/** The market of a symbol. @throws InputError `market-unknown` for a symbol that is not in the setup. */
export function marketOf(desk: Desk, symbol: string): Market {
  const market = findMarket(desk, symbol);
  if (market !== undefined) return market;
  throw new InputError('market-unknown', {
    what: 'this session does not trade that market',
    found: symbol,
    allowed: [...desk.marketBySymbol.keys()].join(', '),
  });
}

/** @throws InputError `market-unknown` for a symbol that is not in the setup. */
export function barPlace(desk: Desk, symbol: string, interval: Interval): BarPlace {
  const market = marketOf(desk, symbol);
  const feed = feedOf(market, interval);
  return {
    market,
    feed,
    marketIndex: market.index,
    feedIndex: feed === null ? -1 : feed.index,
    soleSeat: feed === null ? null : soleSeatOf(desk, feed),
  };
}

function soleSeatOf({ seats, hasInventories }: Desk, feed: CandleFeed): Seat | null {
  if (hasInventories) return null;
  const seat = feed.seats.length === 1 ? seats[feed.seats[0] ?? -1] : undefined;
  return seat?.hasOneFeed === true ? seat : null;
}

/** The feed of a market's bars of this interval; null when no strategy listens to them. */
export function feedOf({ feeds }: Market, interval: Interval): CandleFeed | null {
  for (const feed of feeds) if (feed.interval === interval) return feed;
  return null;
}

/** What a deposit leaves to one strategy: its share of the quote, cut so that all shares never make more than it. */
export function shareOf(deposit: Amount, share: number): Amount {
  return share === 1
    ? deposit
    : amount((deposit * BigInt(Math.floor(share * 1e9 + SHARE_SLACK))) / 1_000_000_000n);
}

function feedsOf(strategies: readonly Strategy[]): readonly CandleFeed[] {
  const feeds: { symbol: string; interval: Interval; seats: number[] }[] = [];
  strategies.forEach(({ inputs }, seat) => {
    for (const input of inputs) {
      if (input.kind !== 'candles') continue;
      const known = feeds.find((feed) => isFeedOf(feed, input));
      if (known === undefined) feeds.push({ symbol: input.symbol, interval: input.interval, seats: [seat] });
      else if (!known.seats.includes(seat)) known.seats.push(seat);
    }
  });
  return feeds.map((feed, index) => ({ index, ...feed }));
}

function isFeedOf(feed: Pick<CandleFeed, 'symbol' | 'interval'>, input: StrategyInput): boolean {
  return input.kind === 'candles' && input.symbol === feed.symbol && input.interval === feed.interval;
}

function checkSetup(setup: TradingSetup, quote: string): void {
  const { allocations, instruments, deposits, orderIdPrefix } = setup;
  if (allocations.length === 0) throw refuse('setup-empty', 'a session needs at least one strategy', 'none');
  if (!PREFIX.test(orderIdPrefix)) {
    throw refuse(
      'setup-prefix',
      'an order id prefix is 1 to 16 letters and digits',
      JSON.stringify(orderIdPrefix),
    );
  }
  const other = instruments.find((instrument) => instrument.quote.code !== quote);
  if (other !== undefined) {
    throw refuse(
      'setup-quotes',
      `all markets of a session are quoted in one asset, ${quote} here`,
      other.symbol,
    );
  }
  const bases = instruments.map(({ base }) => base.code);
  const twice = instruments.find(({ base }, index) => bases.indexOf(base.code) !== index);
  if (twice !== undefined) {
    throw refuse('setup-markets', 'each asset is traded in one market of a session', twice.symbol);
  }
  const owed = deposits.find((deposit) => deposit.amount < 0n);
  if (owed !== undefined)
    throw refuse('setup-deposits', 'a deposit is 0 or more', `${owed.amount} ${owed.asset}`);
  const ids = allocations.map(({ strategy }) => strategy.id);
  const repeated = ids.find((id, index) => ids.indexOf(id) !== index);
  if (repeated !== undefined)
    throw refuse('setup-ids', 'every strategy of a session has its own id', repeated);
  const wrong = allocations.find(({ share }) => !(share > 0 && share <= 1));
  const total = allocations.reduce((sum, { share }) => sum + share, 0);
  if (wrong !== undefined || total > 1 + 1e-9) {
    throw refuse(
      'setup-shares',
      'allocations are above 0 and add up to at most 1',
      String(wrong?.share ?? total),
    );
  }
  const symbols = new Set(instruments.map(({ symbol }) => symbol));
  for (const { strategy } of allocations) {
    const missing = strategy.inputs.find((input) => !symbols.has(input.symbol));
    if (missing !== undefined) {
      throw refuse(
        'setup-market',
        `${strategy.id} listens to a market without instrument rules`,
        missing.symbol,
      );
    }
  }
}

function refuse(code: string, what: string, found: string): InputError {
  return new InputError(code, { what, found });
}
