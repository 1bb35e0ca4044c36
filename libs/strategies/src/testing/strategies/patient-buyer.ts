import { z } from 'zod';
import { buy, cancel, defineStrategy, hold, inWords, replace, setTimer } from '../../index.ts';

const HOUR_MS = 3_600_000;

/** Nobody knows the best moment: buys a little at fixed times, by a limit that is moved to the market until it fills. */
export const patientBuyer = defineStrategy({
  name: 'patient-buyer',
  parameters: z.object({
    hours: z.number().int().min(1).max(1_000).default(24).describe('hours between two buys'),
    quote: z.number().positive().default(100).describe('quote that each buy spends'),
    discount: z.number().min(0).max(0.2).default(0.002).describe('how far below the close the limit lies'),
  }),
  state: () => ({ started: false }),
  decide(state, view) {
    const { hours, quote, discount } = view.parameters;
    const { time, trigger } = view;
    const next = setTimer({ time: time + hours * HOUR_MS });
    if (!state.started) return { state: { started: true }, intents: [next] };
    const limit = (view.candles.main?.close ?? NaN) * (1 - discount);
    const size = { by: 'quote', quote } as const;
    if (trigger.kind === 'timerFired') {
      const reason = `every ${hours} hours, ${inWords(quote)} at ${inWords(limit)}`;
      const late = view.order('main') === undefined ? [] : [cancel({ reason })];
      return { state, intents: [next, ...late, buy({ slot: `buy:${time}`, size, limit, reason })] };
    }
    const [waiting] = view.orders;
    if (waiting === undefined || waiting.request.type !== 'limit') return hold(state);
    const reason = `moved to ${inWords(limit)}`;
    return { state, intents: [replace({ slot: waiting.slot, limit, size, reason })] };
  },
});
