import type { AdmittedCall, CallOutcome, ReadyCall } from '../endpoints/admitted-call.ts';
import { admitCall } from '../endpoints/admitted-call.ts';
import type { EndpointTable } from '../endpoints/endpoint-table.ts';
import type { BinanceError } from '../errors/binance-error.ts';
import { isBinanceError } from '../errors/binance-error.ts';
import type { ApiKey } from '../security/api-key.ts';
import { rejectedKey } from '../security/authenticate.ts';
import type { ClientSocket, SocketUser } from '../sockets/client-socket.ts';
import { POLICY_VIOLATION } from '../sockets/client-socket.ts';
import type { RequestInterference, SocketInterference } from '../sockets/socket-interference.ts';
import type { TimeUnit } from '../wire/time-unit.ts';
import type { RunningWorld } from '../world/running-world.ts';
import type { Connection } from './connection-method.ts';
import { readyCall } from './ready-call.ts';
import { Session } from './session.ts';
import { writeFailure, writeReply } from './socket-reply.ts';
import type { SocketRequest } from './socket-request.ts';
import { readSocketRequest } from './socket-request.ts';
import type { Subscription } from './subscriptions.ts';
import { UserDataClient } from './user-data-client.ts';
import type { UserDataHub } from './user-data-hub.ts';
import { userDataText } from './user-data-text.ts';

/** What is behind the WebSocket API. */
export interface SocketApi {
  readonly world: RunningWorld;
  readonly endpoints: EndpointTable;
  readonly userData: UserDataHub;
  readonly interference: Pick<SocketInterference, 'interfere'>;
}

export interface ApiClientOptions {
  readonly api: SocketApi;
  readonly client: ClientSocket;
  readonly unit: TimeUnit;
  readonly returnRateLimits: boolean;
}

const BANNED = 418;
/** A client that leaves this much untaken is cut off, or it would fill the memory. */
const MOST_UNSENT_BYTES = 16 * 1024 * 1024;

/** One client of the WebSocket API: answers its requests, and tells it what happens on the accounts it listens to. */
export class ApiClient implements SocketUser, Connection {
  readonly session: Session;
  readonly #api: SocketApi;
  readonly #client: ClientSocket;
  readonly #unit: TimeUnit;
  readonly #userData: UserDataClient;

  constructor({ api, client, unit, returnRateLimits }: ApiClientOptions) {
    this.#api = api;
    this.#client = client;
    this.#unit = unit;
    this.session = new Session(api.world.protocolTime.now(), returnRateLimits);
    this.#userData = new UserDataClient({
      hub: api.userData,
      world: api.world,
      unit,
      send: (text) => this.#send(text),
      onRevoked: (key) => this.#revoke(key),
    });
  }

  get world(): RunningWorld {
    return this.#api.world;
  }

  get address(): string {
    return this.#client.address;
  }

  get subscriptions(): readonly Subscription[] {
    return this.#userData.active;
  }

  subscribe(key: ApiKey, isOfSession: boolean): Subscription | BinanceError {
    return this.#userData.subscribe(key, isOfSession);
  }

  unsubscribe(fits: (subscription: Subscription) => boolean): number {
    return this.#userData.unsubscribe(fits);
  }

  message(text: string): void {
    const request = readSocketRequest(text);
    if (isBinanceError(request)) return this.#misread(request);
    const { method, parameters } = request;
    const interference = this.#api.interference.interfere({ method, parameters, address: this.address });
    if (interference === null) this.#answer(request);
    else this.#answerLate(request, interference);
  }

  shutdown(timeMs: number): void {
    this.#send(userDataText(null, { e: 'serverShutdown', E: timeMs }, this.#unit));
  }

  closed(): void {
    this.#userData.closed();
  }

  /** What cannot be read has no id to answer to, but a weight. */
  #misread(error: BinanceError): void {
    const { answer } = admitCall(error, this.address, this.world)();
    if (!isBinanceError(answer)) return;
    this.#reply(writeFailure(answer, this.world.protocolTime.now()), answer.status);
  }

  #answer(request: SocketRequest): void {
    const outcome = this.#admit(request)();
    this.#reply(this.#write(request, outcome), outcome.answer.status);
  }

  #answerLate(request: SocketRequest, interference: RequestInterference): void {
    const { delayBeforeMs, isDone, doneLaterMs, delayAfterMs, answer } = interference;
    this.#after(delayBeforeMs, () => {
      const own = isDone && doneLaterMs === undefined ? this.#admit(request)() : null;
      this.#after(delayAfterMs, () => {
        if (isDone && doneLaterMs !== undefined) this.#after(doneLaterMs, () => void this.#admit(request)());
        if (answer === 'none') this.#client.cut();
        if (answer === 'none' || answer === 'silence') return;
        const outcome = answer === 'own' ? own : { answer, orderCounts: [] };
        if (outcome !== null) this.#reply(this.#write(request, outcome), outcome.answer.status);
      });
    });
  }

  #admit(request: SocketRequest): AdmittedCall {
    return admitCall(this.#ready(request), this.address, this.world);
  }

  #ready(request: SocketRequest): ReadyCall | BinanceError {
    const key = this.session.logon?.key;
    const isRevoked = key !== undefined && this.world.keys.find(key.apiKey) === undefined;
    if (!isRevoked) return readyCall(request, this, this.#api.endpoints);
    this.#revoke(key);
    return rejectedKey();
  }

  #after(delayMs: number, run: () => void): void {
    if (delayMs <= 0) run();
    else this.world.protocolTime.schedule(delayMs, run);
  }

  #write({ idText, returnRateLimits }: SocketRequest, outcome: CallOutcome): string {
    const nowMs = this.world.protocolTime.now();
    const isToldLimits = returnRateLimits ?? this.session.returnRateLimits;
    const requestCounts = isToldLimits ? this.world.requestLimits.counts(this.address, nowMs) : null;
    return writeReply(idText, outcome, { unit: this.#unit, requestCounts, nowMs });
  }

  /** Who is banned is told so, and disconnected. */
  #reply(text: string, status = 200): void {
    this.#send(text);
    if (status === BANNED) this.#client.close(POLICY_VIOLATION, 'disconnected');
  }

  /** A key that has been taken back ends what was begun with it. */
  #revoke(key: ApiKey): void {
    this.#send(writeFailure(rejectedKey(), this.world.protocolTime.now()));
    this.unsubscribe((subscription) => subscription.key.apiKey === key.apiKey);
    if (this.session.logon?.key.apiKey === key.apiKey) this.session.logon = null;
  }

  #send(text: string): void {
    this.#client.send(text);
    if (this.#client.unsentBytes() > MOST_UNSENT_BYTES) this.#client.cut();
  }
}
