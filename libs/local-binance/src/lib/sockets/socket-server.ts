import type { IncomingMessage, Server } from 'node:http';
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import type { EndpointTable } from '../endpoints/endpoint-table.ts';
import type { BinanceError } from '../errors/binance-error.ts';
import { isBinanceError } from '../errors/binance-error.ts';
import { ApiClient } from '../socket-api/api-client.ts';
import { UserDataHub } from '../socket-api/user-data-hub.ts';
import { StreamClient } from '../streams/stream-client.ts';
import { StreamHub } from '../streams/stream-hub.ts';
import type { RunningWorld } from '../world/running-world.ts';
import type { ClientSocket, SocketUser } from './client-socket.ts';
import { GOING_AWAY, serveSocket } from './client-socket.ts';
import { Door } from './door.ts';
import type { SocketInterference } from './socket-interference.ts';
import type { SocketServerTerms } from './socket-terms.ts';
import type { Target } from './target.ts';

/** A client that is connected, and what it hears. */
export type OpenConnection =
  | { readonly kind: 'streams'; readonly client: ClientSocket; readonly user: StreamClient }
  | { readonly kind: 'socketApi'; readonly client: ClientSocket; readonly user: ApiClient };

export interface SocketServerOptions {
  /** Whose requests to upgrade are answered. */
  readonly server: Server;
  readonly world: RunningWorld;
  readonly endpoints: EndpointTable;
  readonly terms: SocketServerTerms;
  readonly interference: SocketInterference;
}

/** Serves market streams and the WebSocket API on a server for HTTP. */
export class SocketServer {
  readonly #options: SocketServerOptions;
  readonly #door: Door;
  readonly #streams: StreamHub;
  readonly #userData: UserDataHub;
  readonly #sockets: Readonly<Record<Target['kind'], WebSocketServer>>;
  readonly #connections = new Set<OpenConnection>();
  readonly #endings: readonly (() => void)[];
  /** Call off the closing of connections that have been told of it. */
  readonly #notices = new Set<() => void>();

  constructor(options: SocketServerOptions) {
    const { server, world, terms, interference } = options;
    this.#options = options;
    this.#door = new Door(options);
    this.#streams = new StreamHub(world, interference);
    this.#userData = new UserDataHub(world, interference);
    this.#sockets = {
      streams: socketsUpTo(terms.streams.maxMessageBytes),
      socketApi: socketsUpTo(terms.socketApi.maxMessageBytes),
    };
    this.#endings = [
      world.listen((event) => {
        this.#userData.event(event);
        this.#streams.event(event);
      }),
      world.whenSettled(() => {
        this.#userData.settle();
        this.#streams.settle();
      }),
    ];
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) =>
      this.#upgrade(request, socket, head),
    );
  }

  get connections(): readonly OpenConnection[] {
    return [...this.#connections];
  }

  /** Says to everyone who is connected that the server shuts down, and after the notice closes their connections. */
  shutDown(noticeMs = this.#options.terms.shutdownNoticeMs): void {
    const { world } = this.#options;
    const leaving = this.connections;
    for (const { user } of leaving) user.shutdown(world.marketTime.now());
    const cancel = world.protocolTime.schedule(noticeMs, () => {
      this.#notices.delete(cancel);
      for (const { client } of leaving) client.close(GOING_AWAY, 'Server is shutting down');
    });
    this.#notices.add(cancel);
  }

  /** Cuts everyone off. */
  close(): void {
    for (const end of this.#endings) end();
    for (const cancel of this.#notices) cancel();
    for (const { client } of this.#connections) client.cut();
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    // A line that breaks while nobody looks after it would end the process.
    const ignore = (): void => undefined;
    socket.on('error', ignore);
    const address = request.socket.remoteAddress ?? '';
    const target = this.#door.admit(request.url ?? '/', address);
    if (isBinanceError(target)) return turnAway(socket, target);
    this.#sockets[target.kind].handleUpgrade(request, socket, head, (webSocket) => {
      socket.off('error', ignore);
      this.#connect(webSocket, address, target);
    });
  }

  #connect(socket: WebSocket, address: string, target: Target): void {
    const { world, terms } = this.#options;
    const options = {
      socket,
      address,
      terms: terms[target.kind],
      clock: world.protocolTime,
      onFlood: () => world.requestLimits.bans.refuse(address, world.protocolTime.now()),
    };
    const connection = this.#open(target, (use) => serveSocket(options, use));
    this.#connections.add(connection);
    socket.on('close', () => this.#connections.delete(connection));
  }

  #open(
    target: Target,
    serve: <User extends SocketUser>(use: (client: ClientSocket) => User) => Served<User>,
  ): OpenConnection {
    switch (target.kind) {
      case 'streams':
        return {
          kind: 'streams',
          ...serve((client) => new StreamClient({ ...target, hub: this.#streams, client })),
        };
      case 'socketApi':
        return {
          kind: 'socketApi',
          ...serve(
            (client) =>
              new ApiClient({ ...target, api: { ...this.#options, userData: this.#userData }, client }),
          ),
        };
    }
  }
}

interface Served<User> {
  readonly client: ClientSocket;
  readonly user: User;
}

function socketsUpTo(maxPayload: number): WebSocketServer {
  return new WebSocketServer({ noServer: true, clientTracking: false, maxPayload });
}

/** Answers in HTTP, as there is no socket. */
function turnAway(socket: Duplex, { status, code, msg }: BinanceError): void {
  const body = JSON.stringify({ code, msg });
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'Error'}\r\n` +
      'connection: close\r\ncontent-type: application/json;charset=UTF-8\r\n' +
      `content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}
