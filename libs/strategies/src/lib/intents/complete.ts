import type { Intent } from '@org/domain';
import { InputError } from '@org/domain';
import type { Wish } from './step.ts';
import type { UncheckedWish, WishProblem } from './wish-problem.ts';
import { wishProblem } from './wish-problem.ts';

/**
 * The intents that a strategy's wishes mean, its main symbol filled in where they name none.
 *
 * @throws InputError `strategy-decision` for what is no wish
 */
export function complete(strategy: string, wishes: readonly Wish[], mainSymbol: string): readonly Intent[] {
  return wishes.map((wish): Intent => {
    const problem = wishProblem(wish);
    if (problem !== null) throw noWish(strategy, wish, problem);
    switch (wish.kind) {
      case 'place': {
        // By an explicit literal: a spread costs several times as much.
        const { kind, slot, side, size, pricing, reason } = wish;
        return { kind, slot, symbol: wish.symbol ?? mainSymbol, side, size, pricing, reason };
      }
      case 'bracket':
        return { ...wish, symbol: wish.symbol ?? mainSymbol };
      default:
        return wish;
    }
  });
}

function noWish(
  strategy: string,
  wish: UncheckedWish | null | undefined,
  { word, found, allowed }: WishProblem,
): InputError {
  const kind = typeof wish?.kind === 'string' && word !== 'intents' ? ` in a ${wish.kind}` : '';
  return new InputError('strategy-decision', {
    what: `strategy ${strategy} wants what nobody can do: ${word}${kind}`,
    found: found === undefined ? 'nothing' : inText(found),
    allowed,
  });
}

function inText(found: unknown): string {
  return typeof found === 'number' ? String(found) : (JSON.stringify(found) ?? typeof found);
}
