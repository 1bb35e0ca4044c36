import { InputError } from '@org/domain';
import { z } from 'zod';
import { buy, candles, defineStrategy, hold, indicator, inWords, sell } from '../../index.ts';

/**
 * Of two markets the stronger one stays the stronger one for a while: holds it, and changes over when the other one
 * leads by a margin. Sells first, and buys at the next close with the money that came back.
 */
export const rotation = defineStrategy({
  name: 'rotation',
  parameters: z.object({
    period: z.number().int().min(2).max(500).default(14).describe('bars of the relative strength index'),
    margin: z.number().min(0).max(50).default(3).describe('lead from which the other market is taken'),
  }),
  inputs: (_p, { symbols: [first, second], interval }) => {
    if (second === undefined) {
      throw new InputError('rotation-symbols', {
        what: 'rotation needs two symbols',
        found: first,
        allowed: 'two symbols, such as BTCUSDT and ETHUSDT',
      });
    }
    return { first: candles(first, interval), second: candles(second, interval) };
  },
  indicators: (p) => ({
    first: indicator('rsi', { period: p.period }, { on: 'first' }),
    second: indicator('rsi', { period: p.period }, { on: 'second' }),
  }),
  state: (_p, { symbols: [first, second = first] }) => ({ first, second, wanted: '', due: false }),
  decide(state, view) {
    if (!view.isNew('first') || !view.isNew('second')) return hold(state);
    const lead = view.now.first - view.now.second;
    const { first, second } = state;
    const { margin } = view.parameters;
    const wanted = lead > margin ? first : lead < -margin ? second : state.wanted;
    const next = wanted === state.wanted ? state : { first, second, wanted, due: true };
    if (!next.due) return hold(next);
    const reason = `rsi of ${first} leads ${second} by ${inWords(lead)}`;
    const other = wanted === first ? second : first;
    if (!view.isFlat(other)) {
      const leaving = view.order('exit') === undefined ? [sell({ symbol: other, slot: 'exit', reason })] : [];
      return { state: next, intents: leaving };
    }
    return { state: { first, second, wanted, due: false }, intents: [buy({ symbol: wanted, reason })] };
  },
});
