import { InputError } from '@org/domain';
import type { z } from 'zod';
import type { Resolved } from './resolve-settings.ts';
import type { configurationSchema } from './schema/configuration-schema.ts';
import type { StrategyChoice } from './schema/strategy-schema.ts';
import { strength } from './sources/setting.ts';

type Values = z.output<typeof configurationSchema>;

/** Shares are decimals that people add up: a sum of 1 must not fail for the last bit. */
const SLACK = 1e-9;

/**
 * The strategies that run: the list, or the one strategy when it was set by a stronger source than the list or there is
 * no list. Those without an allocation share equally what the others leave.
 *
 * @throws InputError `config-strategies` when both were set by the same source; `config-allocation` when the shares
 * exceed the account or leave nothing to share.
 */
export function chooseStrategies(
  { strategy, strategies }: Values,
  winners: Resolved['winners'],
): readonly StrategyChoice[] {
  const single = Math.max(strength(winners.get('strategy.name')), strength(winners.get('strategy.set')));
  const several = strength(winners.get('strategies'));
  if (strategies.length === 0 || single > several) return [{ ...strategy, allocation: 1 }];
  if (single === several) {
    throw new InputError('config-strategies', {
      what: 'both strategy and strategies are set',
      allowed: 'one of them',
      hint: 'Move the one strategy into the list, with its parameters under set.',
    });
  }
  return shareOut(strategies);
}

function shareOut(strategies: Values['strategies']): readonly StrategyChoice[] {
  const given = strategies.reduce((sum, { allocation }) => sum + (allocation ?? 0), 0);
  const open = strategies.filter(({ allocation }) => allocation === null).length;
  if (given > 1 + SLACK || (open > 0 && given > 1 - SLACK)) {
    throw new InputError('config-allocation', {
      what:
        open > 0
          ? 'the allocations leave nothing to those without one'
          : 'the allocations exceed the account',
      found: strategies.map(({ name, allocation }) => `${name} ${allocation ?? 'the rest'}`).join(', '),
      allowed: open > 0 ? 'a sum below 1' : 'a sum of at most 1',
    });
  }
  const rest = (1 - given) / open;
  return strategies.map(({ name, set, allocation }) => ({ name, set, allocation: allocation ?? rest }));
}
