import type { BinanceError } from '../errors/binance-error.ts';
import { binanceError, isBinanceError } from '../errors/binance-error.ts';
import type { World } from '../world/world.ts';
import { ConnectionAttempts } from './connection-attempts.ts';
import type { ConnectionAttempt, SocketInterference } from './socket-interference.ts';
import type { SocketServerTerms } from './socket-terms.ts';
import type { Target } from './target.ts';
import { readTarget } from './target.ts';

/** Of a connection to the WebSocket API. */
const CONNECTION_WEIGHT = 2;

export interface DoorOptions {
  readonly world: World;
  readonly terms: SocketServerTerms;
  readonly interference: Pick<SocketInterference, 'refuse'>;
}

/** Decides who may connect. */
export class Door {
  readonly #options: DoorOptions;
  readonly #attempts: ConnectionAttempts;

  constructor(options: DoorOptions) {
    this.#options = options;
    this.#attempts = new ConnectionAttempts(options.terms.connectionAttempts);
  }

  /** What is connected to, or why it is not. `url` is the path with its query. */
  admit(url: string, address: string): Target | BinanceError {
    const refused = this.#refusal({ address, path: url });
    if (refused !== null) return refused;
    const target = readTarget(url);
    if (isBinanceError(target) || target.kind === 'streams') return target;
    return this.#weigh(address) ?? target;
  }

  #refusal(attempt: ConnectionAttempt): BinanceError | null {
    const { world, interference } = this.#options;
    const now = world.protocolTime.now();
    const { address } = attempt;
    const status = interference.refuse(attempt);
    if (status !== null)
      return binanceError(-1001, 'Internal error; unable to process your request.', status);
    const bannedUntil = world.requestLimits.bans.until(address, now);
    if (bannedUntil !== null) return tooMany(`IP banned until ${bannedUntil}`, 418);
    if (this.#attempts.admit(address, now)) return null;
    world.requestLimits.bans.refuse(address, now);
    return tooMany(`current limit is ${this.#options.terms.connectionAttempts} per 5 MINUTE`, 429);
  }

  #weigh(address: string): BinanceError | null {
    const { requestLimits, protocolTime } = this.#options.world;
    const refused = requestLimits.admit(address, CONNECTION_WEIGHT, protocolTime.now());
    if (refused === null) requestLimits.charge(address, CONNECTION_WEIGHT, protocolTime.now());
    return refused;
  }
}

function tooMany(why: string, status: number): BinanceError {
  return binanceError(-1034, `Too many connection attempts; ${why}.`, status);
}
