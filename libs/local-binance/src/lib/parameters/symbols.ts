import { binanceError } from '../errors/binance-error.ts';
import { illegal, textOf } from './illegal.ts';
import type { Reader } from './parameter.ts';

/** Letters of other scripts have no case and are legal. */
const SYMBOL = /^[\p{Lu}\p{Lo}\p{N}\-._]{1,50}$/u;
const SYMBOL_RANGE = '^[\\w\\-._&&[^a-z]]{1,50}$';
const LIST_RANGE = '^\\[("[\\w\\-._&&[^a-z]]{1,50}"(,"[\\w\\-._&&[^a-z]]{1,50}"){0,}){0,1}\\]$';

/** The name of a market. Whether there is such a market is asked later. */
export const symbolName: Reader<string> = textOf(SYMBOL, SYMBOL_RANGE);

/** Names of markets as a JSON array, each once, at most `most`. */
export function symbolNames(most = Infinity): Reader<readonly string[]> {
  return (text, name) => {
    const names = stringsIn(text);
    if (names === null || !names.every((symbol) => SYMBOL.test(symbol))) return illegal(name, LIST_RANGE);
    if (names.length === 0) return binanceError(-1105, `Parameter '${name}' was empty.`);
    if (new Set(names).size < names.length) {
      return binanceError(-1151, 'Symbol is present multiple times in the list.');
    }
    if (names.length > most) {
      return binanceError(-1101, `Too many parameters; expected '${most}' and received '${names.length}'.`);
    }
    return { kind: 'value', value: names };
  };
}

/** One word, or a JSON array of words. */
export const oneOrSeveral: Reader<readonly string[]> = (text, name) => {
  const words = text.startsWith('[') ? stringsIn(text) : [text];
  return words === null
    ? binanceError(-1135, `JSON sent for parameter '${name}' is not valid`)
    : { kind: 'value', value: words };
};

function stringsIn(text: string): readonly string[] | null {
  try {
    const json: unknown = JSON.parse(text);
    return Array.isArray(json) && json.every((entry) => typeof entry === 'string') ? json : null;
  } catch {
    return null;
  }
}
