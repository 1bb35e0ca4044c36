import type { AdmittedCall, CallOutcome, ReadyCall } from '../endpoints/admitted-call.ts';
import { admitCall } from '../endpoints/admitted-call.ts';
import type { Endpoint } from '../endpoints/endpoint.ts';
import type { EndpointTable } from '../endpoints/endpoint-table.ts';
import type { BinanceError } from '../errors/binance-error.ts';
import { binanceError, isBinanceError } from '../errors/binance-error.ts';
import type { RequestCount } from '../limits/request-limits.ts';
import { authenticate, findKey } from '../security/authenticate.ts';
import { httpPayload } from '../security/signed-payload.ts';
import { writeJson } from '../wire/answer-json.ts';
import type { TimeUnit } from '../wire/time-unit.ts';
import { readTimeUnit } from '../wire/time-unit.ts';
import type { RunningWorld } from '../world/running-world.ts';
import type { GivenParameters } from './given-parameters.ts';
import { givenParameters } from './given-parameters.ts';
import type { HttpAnswer, HttpRequest } from './http-exchange.ts';
import { header, JSON_TYPE } from './http-exchange.ts';
import { countHeaders, notFound } from './http-answers.ts';
import { refusedEncoding } from './wanted-encoding.ts';

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

/** Stands for an address at which nothing is; how it is told depends on the address. */
const NOTHING_THERE = binanceError(-1020, 'This operation is not supported.', 404);

/** Looks at a request: who sends it, what it asks for, and whether its address may ask for that much. */
export function admitRequest(request: HttpRequest, api: Api): AdmittedRequest {
  const unit = refusedEncoding(request) ?? readTimeUnit(header(request, 'x-mbx-time-unit'));
  if (isBinanceError(unit)) return answered(admitCall(unit, request.address, api.world), request, api);
  const found = api.endpoints.find(request.method, request.path);
  if (found.kind === 'endpoint') {
    const call = readyCall(request, found.endpoint, api);
    return answered(admitCall(call, request.address, api.world), request, api, unit);
  }
  const admitted = admitCall(NOTHING_THERE, request.address, api.world);
  const finish = (): HttpAnswer => {
    const outcome = admitted();
    if (outcome.answer !== NOTHING_THERE) return written(outcome, request, api, unit);
    const nothing = notFound(found.kind);
    return { ...nothing, headers: { ...nothing.headers, ...countHeaders(usedBy(request, api), []) } };
  };
  return { finish };
}

function answered(
  admitted: AdmittedCall,
  request: HttpRequest,
  api: Api,
  unit: TimeUnit = 'MILLISECOND',
): AdmittedRequest {
  return { finish: () => written(admitted(), request, api, unit) };
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

function written(
  { answer, orderCounts }: CallOutcome,
  request: HttpRequest,
  api: Api,
  unit: TimeUnit,
): HttpAnswer {
  const retryAfterS = isBinanceError(answer) ? answer.retryAfterS : undefined;
  return {
    status: answer.status ?? 200,
    headers: {
      'content-type': JSON_TYPE,
      ...countHeaders(usedBy(request, api), orderCounts),
      ...(retryAfterS === undefined ? {} : { 'retry-after': String(retryAfterS) }),
    },
    body: writeJson(isBinanceError(answer) ? errorBody(answer) : answer.body, unit),
  };
}

function usedBy({ address }: HttpRequest, { world }: Api): readonly RequestCount[] {
  return world.requestLimits.counts(address, world.protocolTime.now());
}

function errorBody({ code, msg, data }: BinanceError): object {
  return data === undefined ? { code, msg } : { code, msg, data };
}
