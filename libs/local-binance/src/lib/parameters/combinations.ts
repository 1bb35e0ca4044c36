import type { BinanceError } from '../errors/binance-error.ts';
import { binanceError } from '../errors/binance-error.ts';

/** That optional parameters were sent that do not go together; null where they do. */
export function oneCombinationOf<Name extends string>(
  combinations: readonly (readonly Name[])[],
  parameters: Readonly<Record<Name, unknown>>,
): BinanceError | null {
  const sent = Object.entries(parameters)
    .filter(([, value]) => value !== null)
    .map(([name]) => name);
  const fits = (names: readonly string[]): boolean =>
    names.length === sent.length && sent.every((name) => names.includes(name));
  return combinations.some(fits) ? null : binanceError(-1128, 'Combination of optional parameters invalid.');
}
