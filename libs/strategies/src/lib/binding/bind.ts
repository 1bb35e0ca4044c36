import type { Json, Strategy } from '@org/domain';
import { InputError } from '@org/domain';
import type { z } from 'zod';
import type { Indicators, Inputs, StrategyWords } from '../definition/define-strategy.ts';
import { candles } from '../definition/inputs.ts';
import type { StrategyBinding } from '../definition/strategy-definition.ts';
import type { StrategyState } from '../intents/step.ts';
import { parseParameters } from '../parameters/parse-parameters.ts';
import { layOutFeeds, placementsOf } from '../plan/feed-layout.ts';
import type { Placement } from '../view/value-row.ts';
import { bindIndicators, candleInputsOf } from './bind-indicators.ts';
import type { BoundStrategy } from './bound-strategy.ts';
import { PlacedStrategy } from './placed-strategy.ts';
import { plainData } from './plain-data.ts';

const LONGEST_LOOK_BACK = 1_000;

/** Binds what an author wrote to a session; see `bindStrategy`. */
export function bind<P extends z.ZodObject, I extends Inputs, X extends Indicators, S extends StrategyState>(
  words: StrategyWords<P, I, X, S>,
  { id, set, symbols, interval }: StrategyBinding,
): BoundStrategy {
  const session = { symbols, interval };
  const parameters = parseParameters(words.name, words.parameters, set);
  const plainEntries = Object.entries(parameters).map(([name, value]): [string, Json] => [
    name,
    plainData(words.name, 'parameters', value),
  ]);
  const inputs: Inputs = words.inputs?.(parameters, session) ?? { main: candles(symbols[0], interval) };
  const candleInputs = candleInputsOf(inputs);
  const bound = bindIndicators(words.name, words.indicators?.(parameters, session) ?? {}, candleInputs);
  const lookBack = checkLookBack(
    words.name,
    typeof words.lookBack === 'function' ? words.lookBack(parameters) : (words.lookBack ?? 1),
  );
  const initialState = plainData(words.name, 'state', words.state?.(parameters, session) ?? null);
  const frame = {
    parameters,
    symbol: symbols[0],
    lookBack,
    candleNames: candleInputs.map(({ name }) => name),
  };

  const placed = (placements: readonly Placement[]): Strategy =>
    new PlacedStrategy({ id, words, inputs: Object.values(inputs), initialState, frame }, placements);
  const layouts = layOutFeeds([{ indicators: bound, lookBack }]);
  const alone = placed(placementsOf(layouts, bound));
  const { name, protection, wantsOrderEvents } = alone;
  return {
    ...{ id, name, inputs: alone.inputs, protection, wantsOrderEvents, initialState },
    decide: (state, facts) => alone.decide(state, facts),
    parameters: Object.fromEntries(plainEntries),
    indicators: bound,
    lookBack,
    placed,
  };
}

function checkLookBack(strategy: string, lookBack: number): number {
  if (Number.isInteger(lookBack) && lookBack >= 0 && lookBack <= LONGEST_LOOK_BACK) return lookBack;
  throw new InputError('strategy-look-back', {
    what: `strategy ${strategy}: lookBack`,
    found: String(lookBack),
    allowed: `whole numbers from 0 to ${LONGEST_LOOK_BACK}`,
  });
}
