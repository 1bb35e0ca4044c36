import type { ReadyCall } from '../endpoints/admitted-call.ts';
import type { Answer } from '../endpoints/endpoint.ts';
import { OF_SECURITY } from '../endpoints/define-endpoint.ts';
import type { BinanceError } from '../errors/binance-error.ts';
import { isBinanceError } from '../errors/binance-error.ts';
import type { Parameters, ParameterSpec } from '../parameters/parameter.ts';
import { readParameters } from '../parameters/read-parameters.ts';
import type { ApiKey } from '../security/api-key.ts';
import { authenticate } from '../security/authenticate.ts';
import { socketPayload } from '../security/signed-payload.ts';
import type { World } from '../world/world.ts';
import type { Session } from './session.ts';
import type { SocketRequest } from './socket-request.ts';
import type { Subscription } from './subscriptions.ts';

/** A connection as its own methods see it. */
export interface Connection {
  readonly world: World;
  readonly address: string;
  readonly session: Session;
  readonly subscriptions: readonly Subscription[];
  /** Begins to tell what happens on the key's account. */
  subscribe(key: ApiKey, isOfSession: boolean): Subscription | BinanceError;
  /** Stops telling, and says so; gives how many have ended. */
  unsubscribe(fits: (subscription: Subscription) => boolean): number;
}

/** A method that is about the connection itself, and exists over sockets alone. */
export type ConnectionMethod = (
  request: Pick<SocketRequest, 'parameters' | 'signed'>,
  connection: Connection,
) => ReadyCall | BinanceError;

/** All of them weigh the same. */
const WEIGHT = 2;

/** A method that anybody may call. */
export function connectionMethod<Spec extends ParameterSpec>(
  spec: Spec,
  handle: (connection: Connection, parameters: Parameters<Spec>) => Answer | BinanceError,
): ConnectionMethod {
  return (request, connection) => {
    const parameters = readParameters(spec, request.parameters, new Set());
    return isBinanceError(parameters) ? parameters : readyCall(() => handle(connection, parameters));
  };
}

/** A method that is signed with a key, which it is about. */
export function signedConnectionMethod(
  handle: (connection: Connection, key: ApiKey) => Answer | BinanceError,
): ConnectionMethod {
  return (request, connection) => {
    const parameters = readParameters({}, request.parameters, OF_SECURITY);
    if (isBinanceError(parameters)) return parameters;
    const who = authenticate(signedRequest(request.signed, connection.address), 'userData', connection.world);
    return isBinanceError(who) ? who : readyCall(() => handle(connection, who.caller.key));
  };
}

/** A request over a socket with what answers for it. */
export function signedRequest(given: ReadonlyMap<string, string>, address: string) {
  return {
    ...socketPayload(given),
    apiKey: given.get('apiKey'),
    timestamp: given.get('timestamp'),
    recvWindow: given.get('recvWindow'),
    address,
  };
}

function readyCall(run: () => Answer | BinanceError): ReadyCall {
  const weight = { weight: WEIGHT, isFreeOnSuccess: false };
  return { caller: null, timing: null, prepared: { weight, ordersPlaced: 0, run } };
}
