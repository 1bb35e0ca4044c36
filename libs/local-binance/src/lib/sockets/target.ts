import type { BinanceError } from '../errors/binance-error.ts';
import { binanceError, isBinanceError } from '../errors/binance-error.ts';
import { yesOrNo } from '../parameters/words.ts';
import { MOST_STREAMS } from '../streams/stream-client.ts';
import type { StreamManner } from '../streams/stream-hub.ts';
import type { TimeUnit } from '../wire/time-unit.ts';
import { readTimeUnit } from '../wire/time-unit.ts';

/** What a client connects to. */
export type Target =
  | { readonly kind: 'streams'; readonly manner: StreamManner; readonly streams: readonly string[] }
  | { readonly kind: 'socketApi'; readonly unit: TimeUnit; readonly returnRateLimits: boolean };

const SOCKET_API_PATH = '/ws-api/v3';
const RAW_PATH = '/ws';
const COMBINED_PATH = '/stream';

/** Reads the address that a client connects to: `/ws/<stream>`, `/stream?streams=a/b`, `/ws-api/v3`. */
export function readTarget(url: string): Target | BinanceError {
  const decoded = decode(url);
  if (decoded === null) return UNKNOWN_PATH;
  const at = decoded.indexOf('?');
  const path = (at < 0 ? decoded : decoded.slice(0, at)).replace(/\/+$/, '');
  const query = readQuery(at < 0 ? '' : decoded.slice(at + 1));
  const unit = readTimeUnit(query.get('timeUnit'));
  if (isBinanceError(unit)) return unit;
  if (path === SOCKET_API_PATH) return socketApi(query, unit);
  if (path === COMBINED_PATH) return streams(query.get('streams') ?? '', { isCombined: true, unit });
  if (path !== RAW_PATH && !path.startsWith(`${RAW_PATH}/`)) return UNKNOWN_PATH;
  return streams(path.slice(RAW_PATH.length), { isCombined: false, unit });
}

const UNKNOWN_PATH = binanceError(-1020, 'This operation is not supported.', 404);

function socketApi(query: ReadonlyMap<string, string>, unit: TimeUnit): Target | BinanceError {
  const read = yesOrNo(query.get('returnRateLimits') ?? 'true', 'returnRateLimits');
  return isBinanceError(read) ? read : { kind: 'socketApi', unit, returnRateLimits: read.value };
}

function streams(names: string, manner: StreamManner): Target | BinanceError {
  const wanted = [...new Set(names.split('/').filter((name) => name !== ''))];
  if (wanted.length <= MOST_STREAMS) return { kind: 'streams', manner, streams: wanted };
  const error = `Too many parameters; expected '${MOST_STREAMS}' and received '${wanted.length}'.`;
  return binanceError(-1101, error);
}

/** A plus stays a plus here: the names of some streams have one. */
function readQuery(query: string): ReadonlyMap<string, string> {
  return new Map(
    query.split('&').map((pair) => {
      const at = pair.indexOf('=');
      return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
