import type { Candle, Interval } from '@org/domain';
import { barOpen, INTERVAL_MS } from '@org/domain';
import { SeededRng } from '../random/seeded-rng.ts';
import { naturalLog } from '../random/natural-log.ts';
import { activityAt, activityOfDay } from './activity.ts';
import { Climate } from './climate.ts';
import type { Grid, MarketProfile } from './market-profile.ts';
import { gridsOf, marketProfile } from './market-profile.ts';

const DAY_MS = INTERVAL_MS['1d'];
/** 2024-01-01 00:00 UTC. */
const START_TIME = 1_704_067_200_000;

/** How strongly a range pulls the price back in a day, and the long run to where the market began. */
const RANGE_PULL = 0.3;
const LONG_PULL = 0.002;
/** No bar returns more than this, either way. */
const MOST_RETURN = 0.25;

export interface SyntheticMarketOptions extends Partial<MarketProfile> {
  /** Equal seeds give equal markets; symbols of one seed move together. */
  readonly seed: number | string;
  /** Default BTCUSDT. BTCUSDT, ETHUSDT and BNBUSDT have a profile of their own. */
  readonly symbol?: string;
  /** Default 1h. */
  readonly interval?: Interval;
  /** Of the first bar, ms UTC; moved back to the bar that it lies in. Default 2024-01-01. */
  readonly startTime?: number;
}

/**
 * A market that never was: an endless row of bars from a seed, the same on every machine. Prices follow a random walk
 * whose agitation comes in clusters and follows the hours of the day and the week; regimes of rising, falling and going
 * sideways take turns; now and then the price jumps. Volume follows agitation and the size of the move.
 *
 * Highs and lows are those of a Brownian path between open and close: for a move c and a deviation s, the highest point
 * is (c + √(c² − 2·s²·ln u)) / 2 for a uniform u; source: P. Glasserman, "Monte Carlo Methods in Financial Engineering"
 * (2003), section 6.4. High and low are drawn one without the other, which a path would not quite do.
 */
export class SyntheticMarket {
  readonly symbol: string;
  readonly interval: Interval;
  private readonly profile: MarketProfile;
  private readonly climate: Climate;
  private readonly rng: SeededRng;
  private readonly tick: Grid;
  private readonly lot: Grid;
  private readonly intervalMs: number;
  private readonly barDays: number;
  private readonly ownShare: number;

  private time: number;
  private price: number;
  private closeTicks: number;
  private anchor: number;
  private regime = 0;

  /** @throws InputError `synthetic-market-profile` where a figure of the profile is out of range */
  constructor(options: SyntheticMarketOptions) {
    const { seed, symbol = 'BTCUSDT', interval = '1h', startTime = START_TIME } = options;
    this.symbol = symbol;
    this.interval = interval;
    this.profile = marketProfile(symbol, options);
    const { tick, lot } = gridsOf(this.profile);
    this.tick = tick;
    this.lot = lot;
    this.intervalMs = INTERVAL_MS[interval];
    this.barDays = this.intervalMs / DAY_MS;
    this.ownShare = Math.sqrt(1 - this.profile.correlation * this.profile.correlation);
    this.climate = new Climate(new SeededRng(`${seed} climate`), this.barDays);
    this.rng = new SeededRng(`${seed} ${symbol}`);
    this.time = barOpen(startTime, interval);
    this.price = this.profile.startPrice;
    this.closeTicks = this.ticksOf(this.price);
    this.anchor = this.price;
  }

  /** The next bar. */
  next(): Candle {
    const { climate, rng, profile } = this;
    climate.next();
    const activity = this.activity();
    const variance = climate.heat * activity * this.barDays;
    const deviation = profile.dailyVolatility * Math.sqrt(variance);

    const open = this.openTicks();
    const before = this.price;
    const shock = profile.correlation * climate.shock + this.ownShare * rng.normal();
    const move = this.expected(deviation) + deviation * shock + profile.dailyVolatility * climate.jump;
    this.price = before * (1 + clamp(move, MOST_RETURN));
    const close = this.ticksOf(this.price);

    const change = this.price - before;
    const reach = before * deviation;
    const high = this.ticksOf(before + extreme(change, reach, rng.uniform()));
    const low = this.ticksOf(before - extreme(-change, reach, rng.uniform()));
    const candle = {
      openTime: this.time,
      open: decimal(open, this.tick),
      high: decimal(Math.max(open, close, high), this.tick),
      low: decimal(Math.min(open, close, low), this.tick),
      close: decimal(close, this.tick),
      volume: decimal(this.volumeLots(variance, activity, change / before), this.lot),
    };
    this.closeTicks = close;
    this.time += this.intervalMs;
    return candle;
  }

  private activity(): number {
    const { time, intervalMs } = this;
    if (intervalMs < DAY_MS) return activityAt(time + intervalMs / 2);
    return intervalMs === DAY_MS ? activityOfDay(time) : 1;
  }

  /** The bar opens where the last one closed, or a tick beside it. */
  private openTicks(): number {
    const die = this.rng.uniform();
    if (die < 0.7) return this.closeTicks;
    return Math.max(1, this.closeTicks + (die < 0.85 ? 1 : -1));
  }

  /** The return that regime and pulls let expect; half the variance keeps the walk from sinking. */
  private expected(deviation: number): number {
    const { climate, profile, barDays, price } = this;
    if (climate.regimes !== this.regime) {
      this.regime = climate.regimes;
      this.anchor = price;
    }
    const trend = climate.drift * profile.dailyVolatility;
    const range = climate.regime === 'range' ? RANGE_PULL * clamp(this.anchor / price - 1, 0.1) : 0;
    const home = LONG_PULL * clamp(profile.startPrice / price - 1, 1);
    return (trend + range + home) * Math.min(barDays, 1) + (deviation * deviation) / 2;
  }

  private volumeLots(variance: number, activity: number, move: number): number {
    const { profile, barDays, lot, rng } = this;
    const usualMove = profile.dailyVolatility * Math.sqrt(barDays);
    const die = rng.uniform();
    const agitation = 0.45 * Math.sqrt(variance / barDays) + (0.65 * Math.abs(move)) / usualMove;
    const chance = 0.5 + 1.5 * die * die;
    const volume = profile.dailyVolume * barDays * Math.sqrt(activity) * agitation * chance;
    return Math.max(1, Math.round((volume * lot.scale) / lot.units));
  }

  private ticksOf(price: number): number {
    return Math.max(1, Math.round((price * this.tick.scale) / this.tick.units));
  }
}

/** An endless market from a seed. */
export function syntheticMarket(options: SyntheticMarketOptions): SyntheticMarket {
  return new SyntheticMarket(options);
}

/** Several markets of one seed, which move together as far as their profiles say. */
export function syntheticMarkets(
  symbols: readonly string[],
  options: Omit<SyntheticMarketOptions, keyof MarketProfile>,
): readonly SyntheticMarket[] {
  return symbols.map((symbol) => new SyntheticMarket({ ...options, symbol }));
}

/** How far a Brownian path of this deviation rises above its start, given where it ends. */
function extreme(change: number, deviation: number, uniform: number): number {
  const spread = 2 * deviation * deviation * naturalLog(1 - uniform);
  return (change + Math.sqrt(change * change - spread)) / 2;
}

function decimal(count: number, { units, scale }: Grid): number {
  return (count * units) / scale;
}

function clamp(value: number, most: number): number {
  return value > most ? most : value < -most ? -most : value;
}
