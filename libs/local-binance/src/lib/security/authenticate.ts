import type { Caller, Security } from '../endpoints/endpoint.ts';
import type { BinanceError } from '../errors/binance-error.ts';
import { binanceError, isBinanceError } from '../errors/binance-error.ts';
import { missing } from '../parameters/read-parameters.ts';
import type { World } from '../world/world.ts';
import type { ApiKey, ApiKeys } from './api-key.ts';
import { isSignatureOf } from './signature.ts';
import type { SignedPayload } from './signed-payload.ts';
import type { Timing } from './timing.ts';
import { outsideWindow, readTiming } from './timing.ts';

/** A request for which somebody answers with a key. */
export interface SignedRequest extends SignedPayload {
  /** Undefined where none was sent. */
  readonly apiKey: string | undefined;
  readonly timestamp: string | undefined;
  readonly recvWindow: string | undefined;
  /** Where it comes from. */
  readonly address: string;
}

export interface Authenticated {
  readonly kind: 'authenticated';
  readonly caller: Caller;
  /** To be looked at once more before the request is done, where that takes its time. */
  readonly timing: Timing;
}

const API_KEY = /^[A-Za-z0-9]{64}$/;

/** What is known of keys and accounts, and the clock. */
interface KnownCallers {
  readonly keys: ApiKeys;
  readonly exchange: Pick<World['exchange'], 'account'>;
  readonly protocolTime: Pick<World['protocolTime'], 'now'>;
}

/** Finds out in whose name a signed request is made, and whether it may be. */
export function authenticate(
  request: SignedRequest,
  security: Exclude<Security, 'none' | 'key'>,
  { keys, exchange, protocolTime }: KnownCallers,
): Authenticated | BinanceError {
  const key = findKey(keys, request.apiKey, request.address);
  if (isBinanceError(key)) return key;
  const timing = readTiming(request.timestamp, request.recvWindow);
  if (isBinanceError(timing)) return timing;
  const account = exchange.account(key.accountId);
  if (account === undefined || !permits(key, security)) return rejectedKey();
  const error = outsideWindow(timing, protocolTime.now()) ?? wrongSignature(request, key);
  return error ?? { kind: 'authenticated', caller: { account, key }, timing };
}

/** The key that is known by this name and may be used from there. */
export function findKey(keys: ApiKeys, apiKey: string | undefined, address: string): ApiKey | BinanceError {
  if (apiKey === undefined || !API_KEY.test(apiKey)) {
    return binanceError(-2014, 'API-key format invalid.', 401);
  }
  const key = keys.find(apiKey);
  const isFromHere = key?.addresses === null || key?.addresses.includes(address);
  return key === undefined || isFromHere !== true ? rejectedKey() : key;
}

/** Whether a key opens an endpoint. */
export function permits({ permissions }: ApiKey, security: Security): boolean {
  switch (security) {
    case 'none':
    case 'key':
      return true;
    case 'trade':
      return permissions.canTrade;
    case 'userData':
      return permissions.canRead;
  }
}

export function rejectedKey(): BinanceError {
  return binanceError(-2015, 'Invalid API-key, IP, or permissions for action.', 401);
}

function wrongSignature({ payload, signature }: SignedPayload, key: ApiKey): BinanceError | null {
  if (signature === null || signature === '') return missing('signature');
  if (isSignatureOf(payload, signature, key.material)) return null;
  return binanceError(-1022, 'Signature for this request is not valid.');
}
