import { Spot } from '@binance/connector-typescript';
import { InputError } from '@org/domain';
import type { QueryParameters, QueryValue } from '../../../signing/percent-encoding.ts';
import type { RequestDescription } from './request-description.ts';

/** The calls that end in 410: there are no listen keys any more. */
type Removed = 'createListenKey' | 'renewListenKey' | 'closeListenKey';

/** What the catalogue offers: the exchange's endpoints by the connector's names, with its types. */
export type Endpoints = Omit<Spot, Removed>;

/** Prices and quantities as decimal strings, which the connector's types do not know. */
export type ExactDecimals = Readonly<Record<string, string>>;

/**
 * The connector as a catalogue of endpoints. It makes no requests: its methods put together a path and parameters and
 * hand them to two functions, and these are ours. So a request can be signed when it goes, and again when it goes again.
 */
class Catalogue extends Spot {
  #exact: ExactDecimals = {};
  #path: string = '';
  #parameters: QueryParameters = {};
  #isSigned = false;
  #described: RequestDescription | null = null;

  describe(call: (endpoints: Endpoints) => Promise<unknown>, exact: ExactDecimals): RequestDescription {
    this.#exact = exact;
    this.#described = null;
    // It has described itself before this returns; the connector's complaint, if it has one, is told below.
    call(this).catch(() => undefined);
    if (this.#described === null) throw incomplete(exact);
    return this.#described;
  }

  override preparePath(path: string, options?: object): string {
    return this.#prepare(path, options, false);
  }

  override prepareSignedPath(path: string, options?: object): string {
    return this.#prepare(path, options, true);
  }

  override makeRequest(method: string, url: string): Promise<unknown> {
    const [path = url] = url.split('?');
    // A few endpoints without parameters prepare nothing.
    const isPrepared = path === this.#path;
    this.#described = {
      method: knownMethod(method),
      path,
      parameters: isPrepared ? this.#parameters : {},
      isSigned: isPrepared && this.#isSigned,
    };
    return Promise.resolve(undefined);
  }

  #prepare(path: string, options: object | undefined, isSigned: boolean): string {
    this.#path = path;
    this.#parameters = { ...sendable(options), ...this.#exact };
    this.#isSigned = isSigned;
    return path;
  }
}

const catalogue = new Catalogue();

/**
 * Describes a request by calling one of the connector's methods; `exact` holds what must be sent as decimal strings,
 * in place of the numbers that the connector's types ask for.
 *
 * @throws InputError `request-incomplete` where a parameter is missing that the connector demands
 */
export function describeRequest(
  call: (endpoints: Endpoints) => Promise<unknown>,
  exact: ExactDecimals = {},
): RequestDescription {
  return catalogue.describe(call, exact);
}

/** Which endpoint a request is for, without its parameters. */
export type Endpoint = Omit<RequestDescription, 'parameters'>;

/**
 * The endpoint behind one of the connector's methods, looked up once: for requests that are made often and put their
 * parameters together by themselves.
 */
export function endpointOf(call: (endpoints: Endpoints) => Promise<unknown>): Endpoint {
  const { method, path, isSigned } = describeRequest(call);
  return { method, path, isSigned };
}

function sendable(options: object | undefined): QueryParameters {
  const entries: [string, unknown][] = Object.entries(options ?? {});
  return Object.fromEntries(
    entries.flatMap(([name, value]): [string, QueryValue][] => (isSendable(value) ? [[name, value]] : [])),
  );
}

function isSendable(value: unknown): value is QueryValue {
  switch (typeof value) {
    case 'string':
      return value !== '';
    case 'number':
    case 'boolean':
      return true;
    default:
      return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
  }
}

function knownMethod(method: string): RequestDescription['method'] {
  switch (method) {
    case 'GET':
    case 'POST':
    case 'PUT':
    case 'DELETE':
      return method;
    default:
      throw incomplete({ method });
  }
}

function incomplete(found: ExactDecimals): InputError {
  return new InputError('request-incomplete', {
    what: 'a request lacks a parameter that the exchange demands',
    found: JSON.stringify(found),
    allowed: 'every required parameter of the endpoint',
  });
}
