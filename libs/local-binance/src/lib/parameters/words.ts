import type { BinanceError } from '../errors/binance-error.ts';
import { invalid } from './illegal.ts';
import type { Reader } from './parameter.ts';

/** One of the exchange's words. `otherwise` is what it says to any other. */
export function oneOf<const Word extends string>(
  words: readonly Word[],
  otherwise: (name: string) => BinanceError = invalid,
): Reader<Word> {
  return (text, name) => {
    const value = words.find((word) => word === text);
    return value === undefined ? otherwise(name) : { kind: 'value', value };
  };
}

/** `true` or `false`, however it is written. */
export const yesOrNo: Reader<boolean> = (text, name) => {
  const word = text.toLowerCase();
  if (word !== 'true' && word !== 'false') return invalid(name);
  return { kind: 'value', value: word === 'true' };
};
