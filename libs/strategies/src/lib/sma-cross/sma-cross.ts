import { z } from 'zod';
import { defineStrategy } from '../definition/define-strategy.ts';
import { indicator } from '../definition/indicator.ts';
import { inWords } from '../intents/in-words.ts';
import { leave } from '../intents/leave.ts';
import { buy } from '../intents/orders.ts';
import { hold } from '../intents/step.ts';

const bars = z.number().int().min(1).max(5_000);

const parameters = z
  .object({
    fast: bars.default(20).describe('bars of the fast average'),
    slow: bars.default(50).describe('bars of the slow average'),
    confirm: z
      .number()
      .int()
      .min(1)
      .max(100)
      .default(1)
      .describe('closes in a row on the new side before acting; 1 acts on the first'),
  })
  .refine(({ fast, slow }) => fast < slow, { message: 'fast must be below slow' });

/**
 * Markets move in waves that last longer than most who trade them expect: when the average of the last bars rises
 * above that of many, a rise has begun, and it lasts until they cross again. Long only; one entry a wave.
 */
export const smaCross = defineStrategy({
  name: 'sma-cross',
  parameters,
  indicators: (p) => ({
    fast: indicator('sma', { period: p.fast }),
    slow: indicator('sma', { period: p.slow }),
  }),
  lookBack: (p) => p.confirm,
  decide(state, view) {
    const { confirm } = view.parameters;
    const newest = spread(view.now);
    const oldest = spread(view.ago(confirm));
    if (newest > 0 && oldest <= 0) {
      if (!view.isFlat() || view.order('main') !== undefined) return hold(state);
      for (let age = 1; age < confirm; age += 1) if (!(spread(view.ago(age)) > 0)) return hold(state);
      return { state, intents: [buy({ reason: because('above', view.now, view.parameters) })] };
    }
    if (newest < 0 && oldest >= 0) {
      // There may be nothing to leave: most positions end at their stop or target.
      if (view.isFlat() && view.order('main') === undefined) return hold(state);
      for (let age = 1; age < confirm; age += 1) if (!(spread(view.ago(age)) < 0)) return hold(state);
      return { state, intents: leave(view, because('below', view.now, view.parameters)) };
    }
    return hold(state);
  },
});

interface Averages {
  readonly fast: number;
  readonly slow: number;
}

/** How far the fast average stands above the slow one; NaN while one of them has no value. */
function spread({ fast, slow }: Averages): number {
  return fast - slow;
}

/** What is the same in all reasons of one set of parameters. */
interface Wording {
  readonly fast: string;
  readonly above: string;
  readonly below: string;
  readonly held: string;
}

/** Reasons are kept by the ten thousand, piece by piece as they were made: what is the same in them is one text. */
const wordings = new WeakMap<Averages, Wording>();

function because(side: 'above' | 'below', averages: Averages, set: Averages & { confirm: number }): string {
  const wording = wordings.get(set) ?? wordingOf(set);
  // Texts that are added are known to be texts; in a template each would be asked first.
  const crossed = side === 'above' ? wording.above : wording.below;
  return wording.fast + inWords(averages.fast) + crossed + inWords(averages.slow) + wording.held;
}

function wordingOf(set: Averages & { confirm: number }): Wording {
  const wording = {
    fast: `sma(${set.fast}) `,
    above: ` crossed above sma(${set.slow}) `,
    below: ` crossed below sma(${set.slow}) `,
    // Without confirmation there is nothing to say.
    held: set.confirm === 1 ? '' : `, held for ${set.confirm} closes`,
  };
  wordings.set(set, wording);
  return wording;
}
