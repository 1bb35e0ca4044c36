import type { ExchangeAccount } from '@org/simulator';
import type { BinanceError } from '../errors/binance-error.ts';
import type { Parameters, ParameterSpec } from '../parameters/parameter.ts';
import type { ApiKey } from '../security/api-key.ts';
import type { World } from '../world/world.ts';

/** What a caller must show: nothing, a key, or a key and a signature with the named permission. */
export type Security = 'none' | 'key' | 'trade' | 'userData';

/** What a call weighs on the limit of its address. */
export interface Weight {
  readonly weight: number;
  /** Trading costs nothing where it succeeds. */
  readonly isFreeOnSuccess: boolean;
}

export interface Answer {
  readonly kind: 'answer';
  /** 200 unless told otherwise. */
  readonly status?: number;
  /** Plain data as the exchange writes it: decimals are strings. */
  readonly body: unknown;
  /** It costs nothing, though its endpoint has a weight. */
  readonly isFree?: boolean;
}

/** One request that has passed everything before its endpoint. */
export interface Call<Spec extends ParameterSpec> {
  readonly world: World;
  readonly parameters: Parameters<Spec>;
}

/** In whose name a request is made, and with which key: its signature has been checked. */
export interface Caller {
  readonly account: ExchangeAccount;
  readonly key: ApiKey;
}

/** One of an account. */
export interface SignedCall<Spec extends ParameterSpec> extends Call<Spec>, Caller {}

interface EndpointBasics<Spec extends ParameterSpec> {
  /** Over HTTP; null where only the WebSocket API has it. */
  readonly rest: { readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'; readonly path: string } | null;
  /** Of the WebSocket API, such as `order.place`; null where only HTTP has it. */
  readonly socketMethod: string | null;
  /** Besides `timestamp`, `recvWindow`, `signature` and `apiKey`, which belong to every signed call. */
  readonly parameters: Spec;
  readonly weigh: (parameters: Parameters<Spec>, world: World) => Weight;
}

/** A question that anybody may ask. */
export interface PublicEndpoint<Spec extends ParameterSpec> extends EndpointBasics<Spec> {
  readonly security: 'none' | 'key';
  readonly handle: (call: Call<Spec>) => Answer | BinanceError;
}

/** A request in the name of an account. */
export interface SignedEndpoint<Spec extends ParameterSpec> extends EndpointBasics<Spec> {
  readonly security: 'trade' | 'userData';
  /**
   * How many orders it counts as towards the limit on unfilled orders. Where it is not 0, the endpoint counts them
   * itself, and the server tells the counts in its headers.
   */
  readonly ordersPlaced: (parameters: Parameters<Spec>) => number;
  readonly handle: (call: SignedCall<Spec>) => Answer | BinanceError;
}

/** An endpoint with its parameters behind it: what servers call, whatever the endpoint. */
export interface Endpoint {
  readonly rest: EndpointBasics<ParameterSpec>['rest'];
  readonly socketMethod: string | null;
  readonly security: Security;
  /** Reads, weighs and handles. The caller is there for signed endpoints. */
  readonly prepare: (given: ReadonlyMap<string, string>, world: World) => PreparedCall | BinanceError;
}

export interface PreparedCall {
  readonly weight: Weight;
  readonly ordersPlaced: number;
  readonly run: (caller: Caller | null) => Answer | BinanceError;
}
