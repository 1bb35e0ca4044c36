import type { Rng } from '@org/domain';
import { Heat } from './heat.ts';

/** Mean length of a regime, and how likely each follows. */
const REGIME_DAYS = 6;
const RANGE_SHARE = 0.5;
const RISE_SHARE = 0.27;
/** What a trend gains or loses in a day, in daily deviations. */
const TREND = 0.3;

const SLOW_MEMORY_DAYS = 3;
const FAST_MEMORY_DAYS = 0.1;

const JUMPS_A_DAY = 0.15;
/** The deviation of a jump, in daily deviations, and how much it heats the market up for the next hours. */
const JUMP = 0.7;
const JUMP_HEAT = 4;

/** Whether the market goes sideways around a price, or somewhere. */
export type Regime = 'range' | 'rise' | 'fall';

/**
 * What all symbols of a synthetic market share: the common shock of each bar, how agitated the market is, its regime,
 * and the jumps. It depends on the seed and the length of the bars alone, so that symbols made one by one agree on it.
 */
export class Climate {
  /** Standard normal. */
  shock = 0;
  /** In daily deviations; 0 in almost every bar. */
  jump = 0;
  /** Variance of this bar relative to the mean. */
  heat = 1;
  /** Drift a day, in daily deviations. */
  drift = 0;
  regime: Regime = 'range';
  /** Rises by one with each regime. */
  regimes = 0;

  private readonly rng: Rng;
  private readonly slow: Heat;
  private readonly fast: Heat;
  private readonly regimeEnds: number;
  private readonly jumps: number;

  constructor(rng: Rng, barDays: number) {
    this.rng = rng;
    this.slow = new Heat(SLOW_MEMORY_DAYS, barDays);
    this.fast = new Heat(FAST_MEMORY_DAYS, barDays);
    this.regimeEnds = barDays / (REGIME_DAYS + barDays);
    this.jumps = (JUMPS_A_DAY * barDays) / (1 + JUMPS_A_DAY * barDays);
  }

  /** Goes on to the next bar. */
  next(): void {
    this.heat = this.slow.value * this.fast.value;
    this.shock = this.rng.normal();
    this.slow.feel(this.shock);
    this.fast.feel(this.shock);
    if (this.rng.uniform() < this.regimeEnds) this.change();
    this.jump = 0;
    if (this.rng.uniform() >= this.jumps) return;
    this.jump = JUMP * this.rng.normal();
    this.fast.raise(JUMP_HEAT);
  }

  private change(): void {
    const die = this.rng.uniform();
    this.regimes++;
    this.regime = die < RANGE_SHARE ? 'range' : die < RANGE_SHARE + RISE_SHARE ? 'rise' : 'fall';
    this.drift = this.regime === 'range' ? 0 : this.regime === 'rise' ? TREND : -TREND;
  }
}
