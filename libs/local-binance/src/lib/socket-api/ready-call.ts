import type { ReadyCall } from '../endpoints/admitted-call.ts';
import type { EndpointTable } from '../endpoints/endpoint-table.ts';
import type { BinanceError } from '../errors/binance-error.ts';
import { binanceError, isBinanceError } from '../errors/binance-error.ts';
import type { Connection, ConnectionMethod } from './connection-method.ts';
import { SESSION_METHODS } from './session-methods.ts';
import type { SocketRequest } from './socket-request.ts';
import { USER_DATA_METHODS } from './user-data-methods.ts';
import { whoCalls } from './who-calls.ts';

const METHODS: ReadonlyMap<string, ConnectionMethod> = new Map([...SESSION_METHODS, ...USER_DATA_METHODS]);

/** Taken away on 2026-02-20. */
const REMOVED: ReadonlySet<string> = new Set([
  'userDataStream.start',
  'userDataStream.ping',
  'userDataStream.stop',
]);

const NO_LONGER_THERE = binanceError(-1016, 'This service is no longer available.', 410);
const UNKNOWN_METHOD = binanceError(-1020, 'This operation is not supported.');

/** What a request asks for and in whose name, or what is wrong with it. */
export function readyCall(
  request: SocketRequest,
  connection: Connection,
  endpoints: EndpointTable,
): ReadyCall | BinanceError {
  const { method, parameters, signed } = request;
  const own = METHODS.get(method);
  if (own !== undefined) return own(request, connection);
  const endpoint = endpoints.findMethod(method);
  if (endpoint === undefined) return REMOVED.has(method) ? NO_LONGER_THERE : UNKNOWN_METHOD;
  const who = whoCalls(signed, endpoint, connection);
  if (isBinanceError(who)) return who;
  const prepared = endpoint.prepare(parameters, connection.world);
  return isBinanceError(prepared) ? prepared : { ...who, prepared };
}
