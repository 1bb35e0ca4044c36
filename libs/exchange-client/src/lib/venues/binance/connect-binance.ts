import type { Clock, InstrumentChanged } from '@org/domain';
import type { AnswerStore } from '../../cache/answer-store.ts';
import { answerStore } from '../../cache/answer-store.ts';
import { ReadCache } from '../../cache/read-cache.ts';
import { BulkDesk } from '../../limits/bulk-desk.ts';
import { RateLedger } from '../../limits/rate-ledger.ts';
import { WaitingLine } from '../../limits/waiting-line.ts';
import { ServerTime } from '../../server-time/server-time.ts';
import { connectionAttempts } from '../../sockets/connection-attempts.ts';
import type { Pace } from '../../sockets/pace.ts';
import { steadyClock } from '../../sockets/steady-clock.ts';
import type { ClientNotices } from '../../notices/client-notices.ts';
import { circuitNotices } from '../../notices/client-notices.ts';
import type { Signer } from '../../signing/signer.ts';
import type { HttpTransport } from '../../transport/http-transport.ts';
import { httpTransport } from '../../transport/http-transport.ts';
import { BinanceAccount } from './account/binance-account.ts';
import { KlineHistory } from './history/kline-history.ts';
import { TradeHistory } from './history/trade-history.ts';
import { MarketList } from './instruments/market-list.ts';
import { DOCUMENTED_LIMITS } from './instruments/rate-limits.ts';
import { BinanceOrders } from './orders/binance-orders.ts';
import { OpenOrders } from './orders/open-orders.ts';
import { OrderLists } from './orders/order-lists.ts';
import { OrderChanges } from './orders/order-changes.ts';
import type { OrderSurroundings } from './orders/order-surroundings.ts';
import { sentNames } from './orders/sent-names.ts';
import { tellingRest } from './orders/told-orders.ts';
import { BinancePrices } from './prices/binance-prices.ts';
import { BinanceRest } from './rest/binance-rest.ts';
import type { RequestGuardOptions } from './rest/request-guard.ts';
import { RequestGuard } from './rest/request-guard.ts';
import type { UserDataOptions } from './user-data/binance-user-data.ts';
import { BinanceUserData } from './user-data/binance-user-data.ts';
import { OrderRecords } from './user-data/order-records.ts';

export interface BinanceOptions {
  /** Such as `https://api.binance.com`, or an exchange on this machine. */
  readonly origin: string;
  /** Null for somebody who only looks. */
  readonly signer: Signer | null;
  readonly clock: Clock;
  /** Default: a pool of connections to `origin`. */
  readonly transport?: HttpTransport;
  /** Memory of this process by default. */
  readonly store?: AnswerStore;
  readonly guard?: RequestGuardOptions;
  /** Where it tells that the exchange does not answer, and that it does again. */
  readonly notices?: ClientNotices;
  /** What filters look at besides an order; where nothing is known fewer are checked before sending. */
  readonly surroundings?: (symbol: string) => OrderSurroundings;
  /** How the account is heard; where this is not given, answers alone tell of orders. */
  readonly userData?: UserDataOptions;
  /** Told when the rules or the status of a market are not what they were, whoever had them read. */
  readonly onMarketChange?: (change: InstrumentChanged) => void;
}

/** Everything that goes by request and answer, over one budget. */
export interface Binance {
  readonly rest: BinanceRest;
  readonly markets: MarketList;
  readonly orders: BinanceOrders;
  readonly lists: OrderLists;
  readonly changes: OrderChanges;
  readonly openOrders: OpenOrders;
  readonly account: BinanceAccount;
  /** Orders and balances as they change. */
  readonly userData: BinanceUserData;
  readonly history: KlineHistory;
  readonly tradeHistory: TradeHistory;
  readonly prices: BinancePrices;
  /** How well the cache of reads does: a metric. */
  readonly cache: Pick<ReadCache, 'counts' | 'hitRate'>;
  readonly ledger: RateLedger;
  readonly time: ServerTime;
  /** Of all sockets: the exchange counts who connects from one address. */
  readonly attempts: Pace;
  close(): Promise<void>;
}

/**
 * Puts a client together. Nothing is sent before it is asked for: read `markets` first, for orders need their steps. A
 * filter that we had not seen coming has the markets read again.
 */
export function connectBinance(options: BinanceOptions): Binance {
  const { origin, signer, clock, surroundings, store = answerStore(), onMarketChange } = options;
  const { transport = httpTransport({ origin }) } = options;
  const time = new ServerTime(() => performance.now(), clock.now());
  const nowMs = () => time.nowMs();
  const ledger = new RateLedger({ limits: DOCUMENTED_LIMITS, nowMs });
  const line = new WaitingLine(ledger, clock);
  const attempts = connectionAttempts();
  const noticed = circuitNotices(options.notices ?? {}, nowMs);
  const guard = new RequestGuard({
    ...options.guard,
    onCircuit: (state) => {
      noticed(state);
      options.guard?.onCircuit?.(state);
    },
  });
  const rest = new BinanceRest({ transport, signer, time, ledger, line, guard });
  const clocks = { nowMs: () => clock.now(), steadyMs: () => time.monotonicMs() };
  const cache = new ReadCache({ store, ...clocks });
  const desk = new BulkDesk({ ledger, line });
  const markets = new MarketList({
    ...{ rest, cache, nowMs, ledger },
    ...(onMarketChange === undefined ? {} : { onChange: onMarketChange }),
  });
  const records = new OrderRecords({ markets, nowMs, ...ownOrders(options.userData) });
  // Where the account is not heard nothing would ever end a record.
  const witness = options.userData === undefined ? sentNames() : records;
  const told = tellingRest(rest, witness);
  const ports = {
    ...{ rest: told, markets, witness },
    ...(surroundings === undefined ? {} : { surroundings }),
  };
  const orders = new BinanceOrders({ ...ports, rest, clock, onFilterFailure: () => void markets.reload() });
  const openOrders = new OpenOrders(ports);
  const account: BinanceAccount = new BinanceAccount({
    ...{ rest, markets, cache: new ReadCache({ store: answerStore(), ...clocks }) },
    isHeard: (): boolean => userData.isHealthy,
  });
  const userData: BinanceUserData = new BinanceUserData({
    ...{ signer, nowMs, attempts, ledger, rest: told, markets, orders, openOrders, account, records },
    clock: steadyClock(time, clock),
    options: options.userData ?? null,
    synchronise: () => {
      // A timestamp was refused: what was learnt of the time before is not to be believed.
      time.distrust();
      return rest.synchronise();
    },
  });
  return {
    ...{ rest, markets, ledger, time, attempts, cache, orders, openOrders, account, userData },
    lists: new OrderLists(ports),
    changes: new OrderChanges(ports),
    history: new KlineHistory({
      ...{ rest, desk, nowMs, clock },
      silentUntilMs: () => ledger.silentUntilMs(),
    }),
    tradeHistory: new TradeHistory({ rest, desk }),
    prices: new BinancePrices({ rest, markets, cache }),
    close: async () => {
      userData.close();
      line.close();
      await transport.close();
      await store.close();
    },
  };
}

function ownOrders({ orderIdPrefix, memory }: Partial<UserDataOptions> = {}) {
  const isOurs = (clientOrderId: string) =>
    orderIdPrefix !== undefined && clientOrderId.startsWith(orderIdPrefix);
  return { isOurs, memory };
}
