import type { SpotInstrument } from '@org/domain';
import { BUILT_IN_INSTRUMENTS, InputError } from '@org/domain';

/**
 * The rules of each market: those given, else the built-in ones.
 *
 * @throws InputError `instrument-unknown` for a market whose rules nobody gave.
 */
export function instrumentsFor(
  symbols: readonly string[],
  given: ReadonlyMap<string, SpotInstrument> = new Map(),
): readonly SpotInstrument[] {
  return symbols.map((symbol) => {
    const instrument = given.get(symbol) ?? BUILT_IN_INSTRUMENTS.get(symbol);
    if (instrument !== undefined) return instrument;
    throw new InputError('instrument-unknown', {
      what: `the rules of ${symbol} are not known: its tick, its step and its least notional`,
      found: symbol,
      allowed: `${[...BUILT_IN_INSTRUMENTS.keys()].join(', ')}, and what --instruments brings`,
      hint: 'Give --instruments FILE: an exchangeInfo JSON of the exchange, or {"instruments": [{"symbol": …}]}.',
    });
  });
}
