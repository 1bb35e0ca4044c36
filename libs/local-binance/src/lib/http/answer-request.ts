import type { Answer, Caller, Endpoint, PreparedCall } from '../endpoints/endpoint.ts';
import type { EndpointTable } from '../endpoints/endpoint-table.ts';
import type { BinanceError } from '../errors/binance-error.ts';
import { isBinanceError } from '../errors/binance-error.ts';
import { authenticate, findKey } from '../security/authenticate.ts';
import { httpPayload } from '../security/signed-payload.ts';
import type { Timing } from '../security/timing.ts';
import { outsideWindow } from '../security/timing.ts';
import type { TimeUnit } from '../streams/time-unit.ts';
import { readTimeUnit, writeJson } from '../wire/time-unit.ts';
import type { RunningWorld } from '../world/running-world.ts';
import type { GivenParameters } from './given-parameters.ts';
import { givenParameters } from './given-parameters.ts';
import type { HttpAnswer, HttpRequest } from './http-exchange.ts';
import { header, JSON_TYPE } from './http-exchange.ts';
import { countHeaders, notFound } from './http-answers.ts';

/** What is behind the server. */
export interface Api {
  readonly world: RunningWorld;
  readonly endpoints: EndpointTable;
}

/** A request that was let in, and waits to be done. */
export interface AdmittedRequest {
  /** Does it, and answers. */
  readonly finish: () => HttpAnswer;
}

/** Who calls, and what for. */
interface ReadyCall {
  readonly caller: Caller | null;
  readonly timing: Timing | null;
  readonly prepared: PreparedCall;
}

/** What a request weighs that is not understood. */
const LEAST_WEIGHT = 1;

/** Looks at a request: who sends it, what it asks for, and whether its address may ask for that much. */
export function admitRequest(request: HttpRequest, api: Api): AdmittedRequest {
  const unit = readTimeUnit(header(request, 'x-mbx-time-unit'));
  const found = api.endpoints.find(request.method, request.path);
  const call = isBinanceError(unit)
    ? unit
    : found.kind === 'endpoint'
      ? readyCall(request, found.endpoint, api)
      : null;
  const now = api.world.protocolTime.now();
  const weight = call === null || isBinanceError(call) ? LEAST_WEIGHT : call.prepared.weight.weight;
  const refused = api.world.requestLimits.admit(request.address, weight, now);
  const finish = (): HttpAnswer => {
    if (refused !== null) return written(refused, null, request, api);
    if (call === null) return notFound(found.kind);
    if (isBinanceError(call)) return charged(call, null, request, api);
    return done(call, isBinanceError(unit) ? 'MILLISECOND' : unit, request, api);
  };
  return { finish };
}

function readyCall(request: HttpRequest, endpoint: Endpoint, api: Api): ReadyCall | BinanceError {
  const given = givenParameters(request);
  if (isBinanceError(given)) return given;
  const who = whoCalls(request, given, endpoint, api);
  if (isBinanceError(who)) return who;
  const prepared = endpoint.prepare(given, api.world);
  return isBinanceError(prepared) ? prepared : { ...who, prepared };
}

function whoCalls(
  request: HttpRequest,
  given: GivenParameters,
  { security }: Endpoint,
  { world }: Api,
): Pick<ReadyCall, 'caller' | 'timing'> | BinanceError {
  const apiKey = header(request, 'x-mbx-apikey');
  const { address } = request;
  if (security === 'none') return { caller: null, timing: null };
  if (security === 'key') {
    const key = findKey(world.keys, apiKey, address);
    return isBinanceError(key) ? key : { caller: null, timing: null };
  }
  const signed = {
    ...httpPayload(request.query, request.body),
    apiKey,
    timestamp: given.get('timestamp'),
    recvWindow: given.get('recvWindow'),
    address,
  };
  return authenticate(signed, security, world);
}

function done(call: ReadyCall, unit: TimeUnit, request: HttpRequest, api: Api): HttpAnswer {
  const { caller, timing, prepared } = call;
  const { world } = api;
  // A request that has lain about for too long is turned away here, before it can do anything.
  const tooLate = timing === null ? null : outsideWindow(timing, world.protocolTime.now());
  const answer = tooLate ?? prepared.run(caller);
  world.settle();
  const { weight, isFreeOnSuccess } = prepared.weight;
  const isFree = isFreeOnSuccess && !isBinanceError(answer);
  if (!isFree) world.requestLimits.charge(request.address, weight, world.protocolTime.now());
  const counted = prepared.ordersPlaced > 0 && !isBinanceError(answer) ? caller : null;
  return written(answer, counted, request, api, unit);
}

function charged(error: BinanceError, caller: Caller | null, request: HttpRequest, api: Api): HttpAnswer {
  api.world.requestLimits.charge(request.address, LEAST_WEIGHT, api.world.protocolTime.now());
  return written(error, caller, request, api);
}

/** `caller` is there where its orders have been counted. */
function written(
  answer: Answer | BinanceError,
  caller: Caller | null,
  request: HttpRequest,
  { world }: Api,
  unit: TimeUnit = 'MILLISECOND',
): HttpAnswer {
  const now = world.protocolTime.now();
  const orders = caller === null ? [] : world.orderCounts.counts(caller.account.accountId, now);
  const retryAfterS = isBinanceError(answer) ? answer.retryAfterS : undefined;
  return {
    status: answer.status ?? 200,
    headers: {
      'content-type': JSON_TYPE,
      ...countHeaders(world.requestLimits.counts(request.address, now), orders),
      ...(retryAfterS === undefined ? {} : { 'retry-after': String(retryAfterS) }),
    },
    body: writeJson(isBinanceError(answer) ? errorBody(answer) : answer.body, unit),
  };
}

function errorBody({ code, msg, data }: BinanceError): object {
  return data === undefined ? { code, msg } : { code, msg, data };
}
