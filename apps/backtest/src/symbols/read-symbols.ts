import { InputError } from '@org/domain';

/**
 * Reads the names of markets: `BTCUSDT,ETHUSDT`, each once.
 *
 * @throws InputError `flag-value` with the name of the flag, where one is empty.
 */
export function readSymbols(text: string, flag: string): readonly string[] {
  const symbols = text.split(',').map((symbol) => symbol.trim());
  if (symbols.every((symbol) => symbol !== '')) return [...new Set(symbols)];
  throw new InputError('flag-value', {
    what: `${flag} does not take this value`,
    found: JSON.stringify(text),
    allowed: 'symbols such as BTCUSDT,ETHUSDT',
  });
}
