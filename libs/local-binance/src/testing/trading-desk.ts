import { amount, price, quantity } from '@org/domain';
import { ManualClock } from '@org/domain/testing';
import type { ExchangeAccount, MarketHand, SymbolRules } from '@org/simulator';
import { ENDPOINTS } from '../lib/endpoints/endpoints.ts';
import { EndpointTable } from '../lib/endpoints/endpoint-table.ts';
import type { Answer } from '../lib/endpoints/endpoint.ts';
import type { BinanceError } from '../lib/errors/binance-error.ts';
import { isBinanceError } from '../lib/errors/binance-error.ts';
import type { OrderCountLimit } from '../lib/limits/order-counts.ts';
import { OrderCounts } from '../lib/limits/order-counts.ts';
import { RequestLimits } from '../lib/limits/request-limits.ts';
import { ApiKeys } from '../lib/security/api-key.ts';
import { BUILT_IN_SYMBOLS } from '../lib/symbols/built-in-symbols.ts';
import { userDataEvent } from '../lib/user-data/user-data-event.ts';
import { RunningWorld } from '../lib/world/running-world.ts';
import { account, apiKey } from './accounts.ts';
import { fields } from './fields.ts';
import { NEW_YEAR_MS } from './trades.ts';

/** What was answered: with a code where it was refused. */
export interface Answered {
  readonly status: number;
  readonly body: unknown;
}

/** What is undefined is not sent. */
export type Asked = Readonly<Record<string, string | number | boolean | undefined>>;

export interface DeskOptions {
  readonly symbols?: readonly SymbolRules[];
  readonly alice?: Partial<ExchangeAccount>;
  readonly bob?: Partial<ExchangeAccount>;
  readonly orderCountLimits?: readonly OrderCountLimit[];
}

/** BTC, ETH, BNB and USDT that each of the two begins with, in smallest units of 1e-8. */
const DEPOSITS = { BTC: 10n, ETH: 100n, BNB: 100n, USDT: 1_000_000n } as const;
const UNIT = 100_000_000n;

/**
 * Two people, Alice and Bob, before an exchange whose clocks stand still, and the market's own hand. Nothing is sent:
 * what is asked goes to the endpoints as a server would hand it on.
 */
export class TradingDesk {
  readonly clock = new ManualClock(NEW_YEAR_MS);
  readonly world: RunningWorld;
  readonly #endpoints = new EndpointTable(ENDPOINTS);
  readonly #told = new Map<string, object[]>();

  constructor({ symbols = BUILT_IN_SYMBOLS, alice, bob, orderCountLimits }: DeskOptions = {}) {
    this.world = new RunningWorld({
      symbols,
      accounts: [account(alice), account({ accountId: 'bob', ...bob })],
      startMs: NEW_YEAR_MS,
      protocolTime: this.clock,
      keys: new ApiKeys(),
      orderCounts: new OrderCounts(orderCountLimits),
      requestLimits: new RequestLimits(),
      plans: [],
    });
    for (const accountId of ['alice', 'bob']) {
      for (const [asset, units] of Object.entries(DEPOSITS)) {
        this.world.exchange.deposit(accountId, asset, amount(units * UNIT), NEW_YEAR_MS);
      }
    }
    this.world.listen((event) => {
      const told = userDataEvent(event, this.world);
      if (told !== null) this.told(told.accountId).push(told.event);
    });
  }

  /** Everything that somebody was told since the exchange was opened. */
  told(accountId: string): object[] {
    const told = this.#told.get(accountId) ?? [];
    this.#told.set(accountId, told);
    return told;
  }

  /** The same, and forgets it. */
  heard(accountId: string): readonly object[] {
    return this.told(accountId).splice(0);
  }

  /** The hand of the market on BTCUSDT: prices in ticks of 0.01, quantities in lots of 0.00001. */
  get market(): MarketHand {
    return this.world.exchange.market('BTCUSDT');
  }

  /** Lays `lots` at a price into the book of BTCUSDT, in the market's name. */
  rest(side: 'buy' | 'sell', ticks: number, lots: number): number {
    return this.market.place(side, price(ticks), quantity(lots), this.world.marketTime.now());
  }

  /** Makes the market trade with itself, so that BTCUSDT was last traded at a price. */
  trade(ticks: number, lots = 1): void {
    this.rest('sell', ticks, lots);
    this.market.take('buy', price(ticks), quantity(lots), this.world.marketTime.now());
  }

  /** Lets both clocks run. */
  pass(ms: number): void {
    this.clock.pass(ms);
    this.world.advance(ms);
  }

  /** Asks as over HTTP: `POST /api/v3/order`. */
  ask(route: string, asked: Asked = {}, accountId = 'alice'): Answered {
    const [method = '', path = ''] = route.split(' ');
    const found = this.#endpoints.find(method, path);
    if (found.kind !== 'endpoint') throw new Error(`There is no ${route}: ${found.kind}.`);
    const sent = Object.entries(asked).filter(([, value]) => value !== undefined);
    const given = new Map(sent.map(([name, value]) => [name, String(value)]));
    const prepared = found.endpoint.prepare(given, this.world);
    if (isBinanceError(prepared)) return answered(prepared);
    const caller = this.world.exchange.account(accountId);
    if (caller === undefined) throw new Error(`Nobody is called ${accountId}.`);
    return answered(prepared.run({ account: caller, key: apiKey({ accountId }) }));
  }

  /** What an account has of an asset, free and locked, as it is told. */
  balance(asset: string, accountId = 'alice'): string {
    const { body } = this.ask('POST /sapi/v3/asset/getUserAsset', { asset }, accountId);
    return `${String(fields(body, 'free')[0])} + ${String(fields(body, 'locked')[0])}`;
  }
}

function answered(answer: Answer | BinanceError): Answered {
  if (!isBinanceError(answer)) return { status: answer.status ?? 200, body: answer.body };
  const { status, code, msg, data } = answer;
  return { status, body: data === undefined ? { code, msg } : { code, msg, data } };
}
