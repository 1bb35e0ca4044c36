import { z } from 'zod';
import { buy, defineStrategy, hold, indicator, leave } from '../../index.ts';

export const breakout = defineStrategy({
  name: 'breakout',
  parameters: z.object({
    bars: z.number().int().min(2).max(500).default(48).describe('bars whose highest high must be passed'),
  }),
  indicators: (p) => ({
    highest: indicator('max', { period: p.bars }, { source: 'high' }),
    lowest: indicator('min', { period: p.bars }, { source: 'low' }),
  }),
  decide(state, view) {
    const close = view.candles.main?.close ?? NaN;
    const { highest, lowest } = view.before;
    if (close > highest && view.isFlat() && view.order('main') === undefined) {
      return { state, intents: [buy({ reason: `close ${close} above the highest high ${highest}` })] };
    }
    if (close < lowest) {
      return { state, intents: leave(view, `close ${close} below the lowest low ${lowest}`) };
    }
    return hold(state);
  },
});
