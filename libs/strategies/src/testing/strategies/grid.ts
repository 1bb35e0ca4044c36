import { z } from 'zod';
import type { CandlesInput, Step, StrategyView, Wish } from '../../index.ts';
import { buy, defineStrategy, hold, inWords, sell } from '../../index.ts';

const parameters = z
  .object({
    levels: z.number().int().min(1).max(1_000).default(20).describe('buys placed below the first close'),
    width: z
      .number()
      .positive()
      .max(0.1)
      .default(0.005)
      .describe('distance of two levels, as a fraction of it'),
    quote: z.number().positive().default(100).describe('quote that each level spends'),
    reserve: z.number().min(0).max(0.1).default(0.002).describe('share of a buy kept back for its fee'),
  })
  .refine(({ levels, width }) => levels * width < 1, { message: 'levels times width must be below 1' });

type Parameters = Readonly<z.output<typeof parameters>>;
type View = StrategyView<Parameters, { readonly main: CandlesInput }, unknown>;

/** `first` is the close that the grid was built on, 0 before. */
interface Levels {
  readonly first: number;
  /**
   * One letter a level, the lowest first: `b` and `s` are a buy and a sell just asked for, `B` and `S` are known to
   * rest, `-` is given up because it was refused or called off.
   */
  readonly letters: string;
}

/**
 * Prices that go nowhere still move: rests a buy at every level below the first close, sells each one level above
 * where it was bought, and buys there again. A bar costs it one look at the kind of the event, however many orders rest.
 */
export const grid = defineStrategy({
  name: 'grid',
  parameters,
  state: () => ({ first: 0, letters: '' }),
  protection: 'inventory',
  wantsOrderEvents: true,
  decide(state, view) {
    const { trigger } = view;
    if (trigger.kind === 'candleClosed') return state.first === 0 ? start(view) : hold(state);
    const { slot } = view;
    // What risk sells off is in no slot of the grid's own.
    if (slot === null) return hold(state);
    switch (trigger.kind) {
      case 'orderAccepted':
        return hold(confirm(state, view));
      case 'orderFilled':
        return trigger.complete ? turn(confirm(state, view), view, slot) : hold(state);
      case 'orderCancelled':
      case 'orderExpired':
      case 'orderRejected':
        return hold(giveUp(confirm(state, view), slot));
      default:
        return hold(state);
    }
  },
});

function start(view: View): Step<Levels> {
  const first = view.candles.main?.close ?? 0;
  if (first === 0) return hold({ first, letters: '' });
  const { levels } = view.parameters;
  const intents = Array.from({ length: levels }, (_, level) => order('b', first, level, view.parameters));
  return { state: { first, letters: 'b'.repeat(levels) }, intents };
}

/** After a report, an order asked for earlier is either known or was refused. */
function confirm(state: Levels, view: View): Levels {
  if (!/[bs]/.test(state.letters)) return state;
  const letters = state.letters.replace(/[bs]/g, (letter, level: number) =>
    view.order(slotOf(level)) === undefined ? '-' : letter.toUpperCase(),
  );
  return { first: state.first, letters };
}

/** A filled order is answered by its opposite on the same level. */
function turn(state: Levels, view: View, slot: string): Step<Levels> {
  const level = levelOf(slot);
  const letter = state.letters[level] === 'B' ? 's' : 'b';
  return {
    state: withLetter(state, level, letter),
    intents: [order(letter, state.first, level, view.parameters)],
  };
}

function giveUp(state: Levels, slot: string): Levels {
  return withLetter(state, levelOf(slot), '-');
}

function withLetter({ first, letters }: Levels, level: number, letter: string): Levels {
  return { first, letters: letters.slice(0, level) + letter + letters.slice(level + 1) };
}

/** The level of a slot such as `grid:7`. */
function levelOf(slot: string): number {
  return Number(slot.slice('grid:'.length));
}

function order(letter: 'b' | 's', first: number, level: number, set: Parameters): Wish {
  const low = first * (1 - set.width * (set.levels - level));
  const bought = set.quote / low;
  const slot = slotOf(level);
  if (letter === 'b') {
    const reason = `level ${level} of ${set.levels}: buy at ${inWords(low)}`;
    return buy({ slot, limit: low, size: { by: 'quantity', quantity: bought }, reason });
  }
  const limit = low + first * set.width;
  const reason = `level ${level} of ${set.levels}: bought at ${inWords(low)}, sell at ${inWords(limit)}`;
  return sell({ slot, limit, size: { by: 'quantity', quantity: bought * (1 - set.reserve) }, reason });
}

function slotOf(level: number): string {
  return `grid:${level}`;
}
