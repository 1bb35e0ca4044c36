import type { BinanceError } from '../errors/binance-error.ts';
import { isBinanceError } from '../errors/binance-error.ts';
import type { ParameterSpec } from '../parameters/parameter.ts';
import { readParameters } from '../parameters/read-parameters.ts';
import type { World } from '../world/world.ts';
import type { Caller, Endpoint, PreparedCall, PublicEndpoint, SignedEndpoint } from './endpoint.ts';

/** Belong to every signed call. They are read before the endpoint is asked. */
export const OF_SECURITY: ReadonlySet<string> = new Set(['timestamp', 'recvWindow', 'signature', 'apiKey']);
const NONE: ReadonlySet<string> = new Set();

/** Puts a public endpoint's parameters behind it. */
export function definePublic<Spec extends ParameterSpec>(endpoint: PublicEndpoint<Spec>): Endpoint {
  const { rest, socketMethod, security } = endpoint;
  return {
    rest,
    socketMethod,
    security,
    prepare: (given, world) => {
      const parameters = readParameters(endpoint.parameters, given, NONE);
      if (isBinanceError(parameters)) return parameters;
      return {
        weight: endpoint.weigh(parameters, world),
        ordersPlaced: 0,
        run: () => endpoint.handle({ world, parameters }),
      };
    },
  };
}

/** Puts a signed endpoint's parameters behind it. */
export function defineSigned<Spec extends ParameterSpec>(endpoint: SignedEndpoint<Spec>): Endpoint {
  const { rest, socketMethod, security } = endpoint;
  return {
    rest,
    socketMethod,
    security,
    prepare: (given, world) => prepareSigned(endpoint, given, world),
  };
}

function prepareSigned<Spec extends ParameterSpec>(
  endpoint: SignedEndpoint<Spec>,
  given: ReadonlyMap<string, string>,
  world: World,
): PreparedCall | BinanceError {
  const parameters = readParameters(endpoint.parameters, given, OF_SECURITY);
  if (isBinanceError(parameters)) return parameters;
  return {
    weight: endpoint.weigh(parameters, world),
    ordersPlaced: endpoint.ordersPlaced(parameters),
    run: (caller: Caller | null) => {
      if (caller === null) throw new Error('A signed endpoint was called without its caller.');
      return endpoint.handle({ world, parameters, ...caller });
    },
  };
}
