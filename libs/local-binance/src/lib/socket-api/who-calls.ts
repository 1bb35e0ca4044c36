import type { ReadyCall } from '../endpoints/admitted-call.ts';
import type { Endpoint, Security } from '../endpoints/endpoint.ts';
import type { BinanceError } from '../errors/binance-error.ts';
import { isBinanceError } from '../errors/binance-error.ts';
import { missing } from '../parameters/read-parameters.ts';
import { authenticate, findKey, permits, rejectedKey } from '../security/authenticate.ts';
import { outsideWindow, readTiming } from '../security/timing.ts';
import type { Connection } from './connection-method.ts';
import { signedRequest } from './connection-method.ts';
import type { Logon } from './session.ts';

type Caller = Pick<ReadyCall, 'caller' | 'timing'>;
type Given = ReadonlyMap<string, string>;

const ANYBODY: Caller = { caller: null, timing: null };

/** In whose name a request is made: its own key's, else that of who is logged on. */
export function whoCalls(
  given: Given,
  { security }: Endpoint,
  connection: Connection,
): Caller | BinanceError {
  const { logon } = connection.session;
  if (security === 'none') return ANYBODY;
  if (!given.has('apiKey')) {
    return logon === null ? missing('apiKey') : loggedOn(given, security, logon, connection);
  }
  if (security === 'key') {
    const key = findKey(connection.world.keys, given.get('apiKey'), connection.address);
    return isBinanceError(key) ? key : ANYBODY;
  }
  return authenticate(signedRequest(given, connection.address), security, connection.world);
}

/** Without a signature, but not without a time. */
function loggedOn(
  given: Given,
  security: Exclude<Security, 'none'>,
  { key }: Logon,
  { world }: Connection,
): Caller | BinanceError {
  const account = world.exchange.account(key.accountId);
  if (account === undefined || !permits(key, security)) return rejectedKey();
  if (security === 'key') return ANYBODY;
  const timing = readTiming(given.get('timestamp'), given.get('recvWindow'));
  if (isBinanceError(timing)) return timing;
  return outsideWindow(timing, world.protocolTime.now()) ?? { caller: { account, key }, timing };
}
