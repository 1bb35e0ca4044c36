import type { BinanceError } from '../errors/binance-error.ts';
import { binanceError } from '../errors/binance-error.ts';
import type { Reader } from './parameter.ts';

/** What was sent is not made of the characters that the parameter is made of. */
export function illegal(name: string, range: string): BinanceError {
  return binanceError(-1100, `Illegal characters found in parameter '${name}'; legal range is '${range}'.`);
}

/** What was sent can be read and makes no sense. */
export function invalid(name: string): BinanceError {
  return binanceError(-1130, `Data sent for parameter '${name}' is not valid.`);
}

/** A text of the characters that `pattern` allows. `range` is the pattern in the exchange's words. */
export function textOf(pattern: RegExp, range = pattern.source): Reader<string> {
  return (text, name) => (pattern.test(text) ? { kind: 'value', value: text } : illegal(name, range));
}
