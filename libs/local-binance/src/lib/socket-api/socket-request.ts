import type { BinanceError } from '../errors/binance-error.ts';
import { binanceError } from '../errors/binance-error.ts';
import { idText, NumberText, parseKeepingNumbers } from '../wire/kept-numbers.ts';

/** A request of the WebSocket API. */
export interface SocketRequest {
  readonly kind: 'request';
  /** As JSON, byte for byte: an id may be larger than a double can hold. */
  readonly idText: string;
  readonly method: string;
  /** Every value as the text that was sent: numbers keep all their digits. */
  readonly parameters: ReadonlyMap<string, string>;
  /** What a signature covers: the parameters, and with them what was said of rate limits. */
  readonly signed: ReadonlyMap<string, string>;
  /** Null where the request does not say. */
  readonly returnRateLimits: boolean | null;
}

const ID = /^[a-zA-Z0-9-_]{1,36}$/;
/** Requests may name the version of the API. */
const VERSION = /^v3\//;
const RETURN_RATE_LIMITS = 'returnRateLimits';

const INVALID_JSON = binanceError(-1135, 'Invalid JSON Request');
const INVALID_ID = binanceError(
  -1135,
  "Invalid 'id' in JSON request; expected an integer, a string matching '^[a-zA-Z0-9-_]{1,36}$', or null.",
);

/** Reads a request, or tells what is wrong with it: then its id cannot be told either. */
export function readSocketRequest(text: string): SocketRequest | BinanceError {
  const json = parseKeepingNumbers(text);
  if (!isRecord(json)) return INVALID_JSON;
  const id = idText(json['id'], ID);
  if (id === null) return INVALID_ID;
  const { method, params = {} } = json;
  if (typeof method !== 'string' || !isRecord(params)) return INVALID_JSON;
  const returnRateLimits = params[RETURN_RATE_LIMITS];
  if (returnRateLimits !== undefined && typeof returnRateLimits !== 'boolean') return INVALID_JSON;
  const signed = new Map(Object.entries(params).map(([name, value]) => [name, textOf(value)]));
  const parameters = new Map(signed);
  parameters.delete(RETURN_RATE_LIMITS);
  return {
    kind: 'request',
    idText: id,
    method: method.replace(VERSION, ''),
    parameters,
    signed,
    returnRateLimits: returnRateLimits ?? null,
  };
}

/** A value as it would stand in a query: lists are JSON there, and what is null is empty. */
function textOf(value: unknown): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  return value instanceof NumberText ? value.text : JSON.stringify(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof NumberText)
  );
}
