import type { BinanceError } from '../errors/binance-error.ts';
import { binanceError } from '../errors/binance-error.ts';
import type { HttpRequest } from './http-exchange.ts';
import { header } from './http-exchange.ts';

export type GivenParameters = ReadonlyMap<string, string>;

/** What a request carries in its query and its body, decoded. What stands in both is taken from the query. */
export function givenParameters(request: HttpRequest): GivenParameters | BinanceError {
  const ofQuery = decodePairs(request.query);
  if (!(ofQuery instanceof Map)) return ofQuery;
  if (request.method === 'GET' || !isForm(request)) return ofQuery;
  const ofBody = decodePairs(request.body);
  return ofBody instanceof Map ? new Map([...ofBody, ...ofQuery]) : ofBody;
}

/** A body without a type counts as a form; one of another type holds no parameters. */
function isForm(request: HttpRequest): boolean {
  const type = header(request, 'content-type');
  return type === undefined || type.includes('application/x-www-form-urlencoded');
}

function decodePairs(encoded: string): Map<string, string> | BinanceError {
  const pairs = new Map<string, string>();
  for (const pair of encoded.split('&')) {
    if (pair === '') continue;
    const at = pair.indexOf('=');
    const name = decode(at < 0 ? pair : pair.slice(0, at));
    const value = decode(at < 0 ? '' : pair.slice(at + 1));
    if (name === null || value === null) {
      return binanceError(-1100, 'Illegal characters found in a parameter.');
    }
    if (pairs.has(name)) return binanceError(-1101, 'Duplicate values for a parameter detected.');
    pairs.set(name, value);
  }
  return pairs;
}

function decode(text: string): string | null {
  if (!text.includes('%') && !text.includes('+')) return text;
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return null;
  }
}
