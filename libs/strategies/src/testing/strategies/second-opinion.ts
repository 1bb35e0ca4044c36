import { z } from 'zod';
import { buy, compute, defineStrategy, hold, inWords, leave } from '../../index.ts';

/** Asks somebody who thinks longer: every few bars a forecast is computed, and followed when it comes. */
export const secondOpinion = defineStrategy({
  name: 'second-opinion',
  parameters: z.object({
    every: z.number().int().min(1).max(1_000).default(10).describe('bars between two questions'),
  }),
  state: () => ({ bars: 0, closes: [0] }),
  decide(state, view) {
    const { trigger } = view;
    if (trigger.kind === 'computed') {
      const forecast = typeof trigger.result === 'number' ? trigger.result : 0;
      const reason = `forecast ${inWords(forecast)}`;
      if (forecast < 0) return { state, intents: leave(view, reason) };
      return forecast > 0 && view.isFlat() ? { state, intents: [buy({ reason })] } : hold(state);
    }
    const { every } = view.parameters;
    const closes = [...state.closes, view.candles.main?.close ?? 0].slice(-every);
    const next = { bars: state.bars + 1, closes };
    if (next.bars % every !== 0) return hold(next);
    return { state: next, intents: [compute({ task: 'forecast', input: closes })] };
  },
});
