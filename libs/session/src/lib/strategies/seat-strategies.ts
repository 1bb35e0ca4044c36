import type { Interval } from '@org/domain';
import type { BoundStrategy, StrategyBinding, StrategyDefinition } from '@org/strategies';
import { bindStrategy } from '@org/strategies';

/** A strategy to be seated in a session. */
export interface Candidate {
  readonly definition: StrategyDefinition;
  readonly share: number;
  /** Parameters as given; text is read by the strategy's schema. */
  readonly set: StrategyBinding['set'];
}

/** A strategy with its markets, parameters and share of the account. */
export interface SeatedStrategy {
  readonly strategy: BoundStrategy;
  readonly share: number;
}

/**
 * Binds strategies to markets. One that listens to several markets gets them all; one that listens only to its main
 * market runs once for each, with equal parts of its share. Ids are the names, made distinct by market and number.
 *
 * @throws InputError from `bindStrategy` for parameters that are wrong.
 */
export function seatStrategies(
  candidates: readonly Candidate[],
  symbols: readonly [string, ...string[]],
  interval: Interval,
): readonly SeatedStrategy[] {
  const taken = new Map<string, number>();
  return candidates.flatMap(({ definition, share, set }) => {
    const bind = (id: string, markets: readonly [string, ...string[]]) =>
      bindStrategy(definition, { id: distinct(id, taken), symbols: markets, interval, set });
    const all = bindStrategy(definition, { id: definition.name, symbols, interval, set });
    const several = all.inputs.some(({ symbol }) => symbol !== symbols[0]);
    if (several || symbols.length === 1) return [{ strategy: bind(definition.name, symbols), share }];
    return symbols.map((symbol) => ({
      strategy: bind(`${definition.name}:${symbol}`, [symbol]),
      share: share / symbols.length,
    }));
  });
}

function distinct(id: string, taken: Map<string, number>): string {
  const count = (taken.get(id) ?? 0) + 1;
  taken.set(id, count);
  return count === 1 ? id : `${id}-${count}`;
}
