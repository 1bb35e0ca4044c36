import { z } from 'zod';
import { buy, candles, defineStrategy, hold, indicator, inWords, leave } from '../../index.ts';

/** What rises over days is bought when it also rises over hours: hourly bars, allowed by the four-hour average. */
export const filteredTrend = defineStrategy({
  name: 'filtered-trend',
  parameters: z.object({
    period: z.number().int().min(2).max(500).default(20).describe('bars of the average on the main interval'),
    filter: z
      .number()
      .int()
      .min(2)
      .max(500)
      .default(10)
      .describe('four-hour bars of the average that allows'),
  }),
  inputs: (_p, { symbols: [symbol], interval }) => ({
    main: candles(symbol, interval),
    filter: candles(symbol, '4h'),
  }),
  indicators: (p) => ({
    average: indicator('ema', { period: p.period }),
    trend: indicator('ema', { period: p.filter }, { on: 'filter' }),
  }),
  state: () => ({ rising: false }),
  decide(state, view) {
    const rises = view.now.trend > view.before.trend;
    const next = view.isNew('filter') && rises !== state.rising ? { rising: rises } : state;
    const close = view.candles.main?.close ?? NaN;
    const { average } = view.now;
    if (close > average && next.rising && view.isFlat() && view.order('main') === undefined) {
      const reason = `close ${inWords(close)} above ${inWords(average)}, four-hour ${inWords(view.now.trend)} rises`;
      return { state: next, intents: [buy({ reason })] };
    }
    if (close < average && !view.isFlat()) {
      const reason = `close ${inWords(close)} below ${inWords(average)}`;
      return { state: next, intents: leave(view, reason) };
    }
    return hold(next);
  },
});
