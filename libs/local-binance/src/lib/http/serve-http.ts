import type { IncomingMessage, Server } from 'node:http';
import type { Clock } from '@org/domain';
import { InputError } from '@org/domain';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { fastify } from 'fastify';
import type { Api } from './answer-request.ts';
import { admitRequest } from './answer-request.ts';
import { failureAnswer, isOurFault, refuseNonsense } from './failures.ts';
import { givenParameters } from './given-parameters.ts';
import type { HttpAnswer, HttpRequest } from './http-exchange.ts';
import type { Interfere } from './interference.ts';
import { isBinanceError } from '../errors/binance-error.ts';

/** A page that belongs to this server alone, not to the exchange: its requests are not counted. */
export interface LocalPage {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Under `/local/`; what lies below it belongs to it as well. */
  readonly path: string;
  readonly answer: (request: HttpRequest) => HttpAnswer;
}

/** Who answers, once there is somebody. */
export interface HttpService extends Api {
  readonly localPages: readonly LocalPage[];
  readonly interfere: Interfere;
  /** Real time, for delays. */
  readonly clock: Clock;
}

export interface HttpOptions {
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  /** Told of what should never happen. */
  readonly onFault: (error: unknown) => void;
}

export interface HttpServer {
  readonly port: number;
  /** For those who take over connections, as sockets do. */
  readonly server: Server;
  /** Has requests answered, those first that wait for it. */
  serve(service: HttpService): void;
  close(): Promise<void>;
}

/** Queries of a hundred kilobytes are read and answered like others; beyond this the parser refuses. */
const MAX_HEADER_BYTES = 1_048_576;
const MAX_BODY_BYTES = 1_048_576;
/** How long a request may take to arrive. */
const REQUEST_TIMEOUT_MS = 10_000;

/**
 * Takes the port, and answers over HTTP whatever is sent: from `serve` on, since making a market takes its time, and
 * who cannot have the port is to know before.
 *
 * @throws InputError `cannot-listen` where the port is taken or may not be used
 */
export async function serveHttp(options: HttpOptions): Promise<HttpServer> {
  let serve: HttpServer['serve'] = () => undefined;
  const service = new Promise<HttpService>((resolve) => (serve = resolve));
  const app = fastify({
    bodyLimit: MAX_BODY_BYTES,
    clientErrorHandler: refuseNonsense,
    exposeHeadRoutes: false,
    forceCloseConnections: true,
    requestTimeout: REQUEST_TIMEOUT_MS,
    // Java's client asks for HTTP/2 with every request, and is answered as if it had not.
    http: { maxHeaderSize: MAX_HEADER_BYTES, shouldUpgradeCallback: isForSockets },
    // Addresses are looked up in the exchange's own table, which knows every one of them.
    rewriteUrl: () => '/',
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  app.setErrorHandler((error, _request, reply) => {
    if (isOurFault(error)) options.onFault(error);
    send(reply, failureAnswer(error));
  });
  app.setNotFoundHandler(async (request, reply) => answer(request, reply, await service));
  await listen(app, options);
  const address = app.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : options.port;
  return { port, server: app.server, serve, close: () => app.close() };
}

async function listen(app: FastifyInstance, { host, port }: HttpOptions): Promise<void> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    throw new InputError('cannot-listen', {
      what: 'cannot listen there',
      found: `${host}:${port}, ${whyNotListening(error)}`,
      allowed: 'an address of this machine with a free port, or with port 0 for any that is free',
    });
  }
}

function whyNotListening(error: unknown): string {
  switch (typeof error === 'object' && error !== null && 'code' in error ? error.code : null) {
    case 'EADDRINUSE':
      return 'where another program listens';
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return 'which is no address of this machine';
    case 'EACCES':
      return 'which this user may not take';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}

async function answer(raw: FastifyRequest, reply: FastifyReply, service: HttpService): Promise<void> {
  const request = requestOf(raw);
  const page = service.localPages.find(
    ({ method, path }) =>
      method === request.method && (request.path === path || request.path.startsWith(`${path}/`)),
  );
  if (page !== undefined) return send(reply, page.answer(request));

  const parameters = givenParameters(request);
  const interference = service.interfere({
    request,
    parameters: isBinanceError(parameters) ? new Map() : parameters,
  });
  if (interference === null) return send(reply, admitRequest(request, service).finish());

  const admitted = admitRequest(request, service);
  await wait(service.clock, interference.delayBeforeMs);
  const { isDone, doneLaterMs } = interference;
  const own = isDone && doneLaterMs === undefined ? admitted.finish() : null;
  await wait(service.clock, interference.delayAfterMs);
  if (isDone && doneLaterMs !== undefined) service.clock.schedule(doneLaterMs, () => void admitted.finish());
  const told = interference.answer === 'own' ? own : interference.answer;
  if (told !== null && told !== 'none') return send(reply, told);
  reply.hijack();
  raw.raw.socket.destroy();
}

function isForSockets({ headers }: IncomingMessage): boolean {
  return headers.upgrade?.toLowerCase() === 'websocket';
}

/** What clients write before a path that believe to speak with a proxy: `GET http://host/path`. */
const ORIGIN = /^https?:\/\/[^/?]*/i;

function requestOf(raw: FastifyRequest): HttpRequest {
  const url = raw.originalUrl.replace(ORIGIN, '');
  const at = url.indexOf('?');
  return {
    method: raw.method,
    path: at < 0 ? url : url.slice(0, at),
    query: at < 0 ? '' : url.slice(at + 1),
    body: typeof raw.body === 'string' ? raw.body : '',
    headers: raw.headers,
    address: raw.ip,
  };
}

function send(reply: FastifyReply, { status, headers, body }: HttpAnswer): void {
  void reply.code(status).headers(headers).send(body);
}

function wait(clock: Clock, delayMs: number): Promise<void> {
  if (delayMs <= 0) return Promise.resolve();
  return new Promise((resolve) => clock.schedule(delayMs, resolve));
}
