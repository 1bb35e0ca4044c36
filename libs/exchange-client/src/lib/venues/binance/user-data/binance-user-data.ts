import type { Clock, ConnectionLost, ConnectionRestored, OrderEvent, Rng, VenueOrder } from '@org/domain';
import { InputError } from '@org/domain';
import { Observable, share, Subject, takeUntil } from 'rxjs';
import type { RateLedger } from '../../../limits/rate-ledger.ts';
import type { Signer } from '../../../signing/signer.ts';
import type { Pace } from '../../../sockets/pace.ts';
import type { OpenSocket } from '../../../sockets/socket.ts';
import { openWebSocket } from '../../../sockets/ws-socket.ts';
import type { BinanceAccount } from '../account/binance-account.ts';
import type { MarketList } from '../instruments/market-list.ts';
import type { BinanceOrders } from '../orders/binance-orders.ts';
import type { OpenOrders } from '../orders/open-orders.ts';
import type { BinanceRest } from '../rest/binance-rest.ts';
import type { AccountMemory, OrderRecords } from './order-records.ts';
import { LiveAccount } from './live-account.ts';
import type { SessionTerms, UserDataNotice } from './user-data-session.ts';

/** What an account tells: of its orders and balances, and of the connection that it is told over. */
export type UserDataEvent = OrderEvent | ConnectionLost | ConnectionRestored;

/** How an account is heard. */
export interface UserDataOptions {
  /** `wss://ws-api.binance.com:443/ws-api/v3`. */
  readonly wsApiUrl: string;
  readonly rng: Rng;
  /** Markets whose trades are looked through for what events have missed, besides those of open orders. */
  readonly symbols?: readonly string[];
  /** What client order ids of ours begin with. Default: ours are those alone that this client has sent. */
  readonly orderIdPrefix?: string;
  /** What an earlier run has left (`userData.memory`): nothing that it told is told again, and nothing is left out. */
  readonly memory?: AccountMemory;
  readonly onNotice?: (notice: UserDataNotice) => void;
  /** How often everything is asked for while all seems well. Default 5 min. */
  readonly reconcileEveryMs?: number;
  /** Of all connections from this address. Default: the client's, by which market data comes too. */
  readonly attempts?: Pace;
  /** Default: a socket of Node. */
  readonly open?: OpenSocket;
}

/** What an account is heard by. */
export interface UserDataParts {
  readonly options: UserDataOptions | null;
  readonly signer: Signer | null;
  /** Never steps. */
  readonly clock: Clock;
  /** Server time, ms UTC. */
  readonly nowMs: () => number;
  readonly attempts: Pace;
  readonly ledger: Pick<RateLedger, 'take' | 'beSilentUntil'>;
  /** Tells the records of every order in an answer, as do `orders` and `openOrders`. */
  readonly rest: Pick<BinanceRest, 'send'>;
  readonly synchronise: () => Promise<unknown>;
  readonly markets: Pick<MarketList, 'get' | 'asset'>;
  readonly orders: BinanceOrders;
  readonly openOrders: OpenOrders;
  readonly account: BinanceAccount;
  readonly records: OrderRecords;
}

const RECONCILE_EVERY_MS = 300_000;

/**
 * An account as it is heard. Answers to what is sent and events of the exchange come together in one record an order, and
 * are told once, in one stream.
 *
 * @example
 * binance.userData.orderEvents$.subscribe((event) => console.log(event.kind));
 */
export class BinanceUserData {
  /**
   * Everything that happens to orders and balances, also what answers tell first. Cold: the first to subscribe connects,
   * the last to leave disconnects. A lost connection is an event; `reconciled` says that everything missed was asked for
   * and told. An InputError ends it where there is no key, or no address; it completes when the client is closed.
   */
  readonly orderEvents$: Observable<UserDataEvent>;
  readonly #parts: UserDataParts;
  readonly #closed = new Subject<void>();
  #live: LiveAccount | null = null;

  constructor(parts: UserDataParts) {
    this.#parts = parts;
    this.orderEvents$ = new Observable<UserDataEvent>((subscriber) => {
      const live = new LiveAccount(parts, this.#terms(), (event) => subscriber.next(event));
      this.#live = live;
      return () => {
        this.#live = null;
        live.close();
      };
    }).pipe(share(), takeUntil(this.#closed));
  }

  /** Whether every change of the account is heard, and none was missed. */
  get isHealthy(): boolean {
    return this.#live?.isHealthy ?? false;
  }

  /** An order as far as anybody has told, by answer or event; null where nobody has. */
  order(symbol: string, clientOrderId: string): VenueOrder | null {
    return this.#parts.records.known(symbol, clientOrderId);
  }

  /**
   * What a later run needs in order to go on from here; plain data, to be kept with what was told: read while an event is
   * told, it counts that one and those before it, however many are to follow at once.
   */
  get memory(): AccountMemory {
    return this.#parts.records.memory;
  }

  /** Disconnects, and completes `orderEvents$`. */
  close(): void {
    this.#closed.next();
  }

  /** @throws InputError `signer-missing`, `address-missing` */
  #terms(): SessionTerms {
    const { options, signer, clock, nowMs, attempts, ledger, synchronise } = this.#parts;
    if (signer === null) throw missing('signer-missing', 'no key', 'connect with a `signer`');
    if (options === null) throw missing('address-missing', 'no address', 'connect with `userData.wsApiUrl`');
    return {
      ...{ signer, clock, nowMs, ledger, synchronise, url: options.wsApiUrl, rng: options.rng },
      open: options.open ?? openWebSocket,
      attempts: options.attempts ?? attempts,
      reconcileEveryMs: options.reconcileEveryMs ?? RECONCILE_EVERY_MS,
    };
  }
}

function missing(code: string, found: string, hint: string): InputError {
  return new InputError(code, { what: 'the account cannot be heard', found, hint });
}
