import type { LocalBinance, LocalBinanceOptions } from '@org/local-binance';
import { startLocalBinance } from '@org/local-binance';
import type { CancelOrder, Clock, PlaceOrder, SpotInstrument } from '@org/domain';
import { BUILT_IN_INSTRUMENTS, price, quantity } from '@org/domain';
import { answerStore } from '../src/lib/cache/answer-store.ts';
import { ReadCache } from '../src/lib/cache/read-cache.ts';
import { RateLedger } from '../src/lib/limits/rate-ledger.ts';
import { WaitingLine } from '../src/lib/limits/waiting-line.ts';
import { ServerTime } from '../src/lib/server-time/server-time.ts';
import type { Signer } from '../src/lib/signing/signer.ts';
import { hmacSigner } from '../src/lib/signing/signer.ts';
import type { HttpTransport } from '../src/lib/transport/http-transport.ts';
import { httpTransport } from '../src/lib/transport/http-transport.ts';
import { MarketList } from '../src/lib/venues/binance/instruments/market-list.ts';
import { DOCUMENTED_LIMITS } from '../src/lib/venues/binance/instruments/rate-limits.ts';
import { BinanceOrders } from '../src/lib/venues/binance/orders/binance-orders.ts';
import { BinanceRest } from '../src/lib/venues/binance/rest/binance-rest.ts';
import { RequestGuard } from '../src/lib/venues/binance/rest/request-guard.ts';
import { HastyClock } from './hasty-clock.ts';

const KEY = { apiKey: 'k'.repeat(64), secret: 's'.repeat(64) };

/** A client before an exchange on this machine: what is behind both can be looked at. */
export interface LocalVenue {
  readonly exchange: LocalBinance;
  readonly rest: BinanceRest;
  readonly markets: MarketList;
  readonly orders: BinanceOrders;
  readonly ledger: RateLedger;
  readonly line: WaitingLine;
  readonly time: ServerTime;
  close(): Promise<void>;
}

export interface LocalVenueOptions {
  /** How far our idea of the exchange's time is off at first. */
  readonly clockErrorMs?: number;
  readonly secret?: string;
  readonly apiKey?: string;
  readonly replyTimeoutMs?: number;
  /** Of the client; one on which waiting takes no time by default, and then server time is real. */
  readonly clock?: Clock;
  readonly signer?: Signer;
  readonly exchange?: LocalBinanceOptions;
}

/** A market that stands still, with 100,000 USDT, 1 BTC and 10 BNB of ours. */
export async function openLocalVenue(options: LocalVenueOptions = {}): Promise<LocalVenue> {
  const { clockErrorMs = 0, secret = KEY.secret, apiKey = KEY.apiKey, replyTimeoutMs, clock } = options;
  const exchange = await startLocalBinance({
    speed: 0,
    market: [],
    accounts: [{ accountId: 'me', balances: { USDT: '100000', BTC: '1', BNB: '10' }, keys: [KEY] }],
    ...options.exchange,
  });
  const transport: HttpTransport = httpTransport({
    origin: exchange.restUrl,
    ...(replyTimeoutMs === undefined ? {} : { replyTimeoutMs }),
  });
  const realClock = { now: () => Date.now(), monotonic: () => performance.now() };
  const { now, monotonic } = clock === undefined ? realClock : steady(clock);
  const time = new ServerTime(monotonic, now() + clockErrorMs);
  const ledger = new RateLedger({ limits: DOCUMENTED_LIMITS, nowMs: () => time.nowMs() });
  const waiting = clock ?? new HastyClock();
  const line = new WaitingLine(ledger, waiting);
  const signer = options.signer ?? hmacSigner(apiKey, secret);
  const guard = new RequestGuard({ retries: 0, failuresToOpen: 100 });
  const rest = new BinanceRest({ transport, signer, time, ledger, line, guard });
  const nowMs = () => time.nowMs();
  const cache = new ReadCache({ store: answerStore(), nowMs: now, steadyMs: monotonic });
  const markets = new MarketList({ rest, cache, nowMs, ledger });
  await markets.read();
  const orders = new BinanceOrders({ rest, clock: waiting, markets });
  return {
    ...{ exchange, rest, markets, orders, ledger, line, time },
    close: async () => {
      line.close();
      await transport.close();
      await exchange.close();
    },
  };
}

const steady = (clock: Clock) => ({ now: () => clock.now(), monotonic: () => clock.now() });

/** The built-in BTCUSDT. */
export function bitcoin(): SpotInstrument {
  const instrument = BUILT_IN_INSTRUMENTS.get('BTCUSDT');
  if (instrument === undefined) throw new Error('BTCUSDT is not built in.');
  return instrument;
}

/** An order for 0.1 BTC that rests at 20,000, far below the market. */
export function resting(clientOrderId: string, changes: Partial<PlaceOrder> = {}): PlaceOrder {
  return {
    ...{ kind: 'place', time: 0, strategyId: 'test', symbol: 'BTCUSDT', clientOrderId, purpose: 'entry' },
    request: {
      type: 'limit',
      side: 'buy',
      quantity: quantity(10_000),
      price: price(2_000_000),
      postOnly: false,
    },
    reason: 'to see what happens',
    ...changes,
  };
}

/** A cancel of an order. */
export function cancelOf(clientOrderId: string): CancelOrder {
  return {
    ...{ kind: 'cancel', time: 0, strategyId: 'test', symbol: 'BTCUSDT', clientOrderId },
    reason: 'enough seen',
  };
}
