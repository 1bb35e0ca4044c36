import { z } from 'zod';
import { defineStrategy } from '../definition/define-strategy.ts';
import { indicator } from '../definition/indicator.ts';
import { inWords } from '../intents/in-words.ts';
import { leave } from '../intents/leave.ts';
import { buy } from '../intents/orders.ts';
import { hold } from '../intents/step.ts';

const period = z.number().int().min(2).max(5_000);
const level = z.number().min(0).max(100);

const parameters = z
  .object({
    trend: period.default(100).describe('bars of the average that tells the trend'),
    strength: level.default(15).describe('directional index (adx) from which a trend counts'),
    strengthPeriod: period.default(14).describe('bars of the directional index'),
    rsiPeriod: period.default(14).describe('bars of the relative strength index'),
    rsiCeiling: level.default(65).describe('relative strength from which a buy comes too late'),
    stochPeriod: period.default(14).describe('bars of the stochastic range'),
    dip: level.default(40).describe('stochastic below which a pullback counts'),
    stretched: level.default(85).describe('stochastic above which a turn down takes the profit'),
  })
  .refine(({ dip, stretched }) => dip < stretched, { message: 'dip must be below stretched' });

/**
 * In a rising market the pullbacks are the cheap moments: buy when one has just ended, while the trend is strong and
 * the market not yet hot. Leave when the rise is stretched and turns, or when the trend breaks. Long only.
 */
export const trendRsiStoch = defineStrategy({
  name: 'trend-rsi-stoch',
  parameters,
  indicators: (p) => ({
    trend: indicator('ema', { period: p.trend }),
    adx: indicator('adx', { period: p.strengthPeriod }),
    rsi: indicator('rsi', { period: p.rsiPeriod }),
    stoch: indicator('stoch', { period: p.stochPeriod }),
  }),
  decide(state, view) {
    const { dip, stretched, strength, rsiCeiling } = view.parameters;
    const close = view.candles.main?.close ?? NaN;
    const { trend } = view.now;
    if (close < trend) {
      if (view.isFlat() && view.order('main') === undefined) return hold(state);
      const reason = `trend broken: close ${inWords(close)} below average ${inWords(trend)}`;
      return { state, intents: leave(view, reason) };
    }
    const turn = turnOf(view.before.stoch, view.now.stoch);
    if (turn > 0 && view.before.stoch.k < dip && view.isFlat() && view.order('main') === undefined) {
      const { adx, rsi } = view.now;
      if (!(close > trend && adx >= strength && rsi < rsiCeiling)) return hold(state);
      const reason =
        `pullback over: stochastic up from ${inWords(view.before.stoch.k)}, rsi ${inWords(rsi)}, ` +
        `adx ${inWords(adx)}, close ${inWords(close)} above average ${inWords(trend)}`;
      return { state, intents: [buy({ reason })] };
    }
    if (turn < 0 && view.before.stoch.k > stretched) {
      const reason = `stretched: stochastic down from ${inWords(view.before.stoch.k)}, above ${stretched}`;
      return { state, intents: leave(view, reason) };
    }
    return hold(state);
  },
});

interface Stochastic {
  readonly k: number;
  readonly d: number;
}

/** 1 when k has just risen above its average d, -1 when it has just fallen below, 0 otherwise. */
function turnOf(before: Stochastic, now: Stochastic): -1 | 0 | 1 {
  if (before.k <= before.d && now.k > now.d) return 1;
  return before.k >= before.d && now.k < now.d ? -1 : 0;
}
