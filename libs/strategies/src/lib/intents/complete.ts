import type { Intent } from '@org/domain';
import type { Wish } from './step.ts';

/** The intents that a strategy's wishes mean, its main symbol filled in where they name none. */
export function complete(wishes: readonly Wish[], mainSymbol: string): readonly Intent[] {
  return wishes.map((wish): Intent => {
    switch (wish.kind) {
      case 'place':
      case 'bracket':
        return { ...wish, symbol: wish.symbol ?? mainSymbol };
      default:
        return wish;
    }
  });
}
