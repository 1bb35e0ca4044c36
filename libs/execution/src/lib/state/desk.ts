import type { Amount, Interval, RiskLimits, SpotInstrument, Strategy, StrategyInput } from '@org/domain';
import { amount, InputError } from '@org/domain';
import { orderIdStart } from '../orders/client-order-id.ts';
import { checkSetup } from './check-setup.ts';
import type { TradingSetup } from './trading-setup.ts';

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

/**
 * Checks a setup and indexes it.
 *
 * @throws InputError for a setup that `checkSetup` refuses.
 */
export function openDesk(setup: TradingSetup): Desk {
  const quote = checkSetup(setup);
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
    quote,
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
