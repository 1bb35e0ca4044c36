import type { Clock } from '@org/domain';
import type { Exchange, ExchangeEvent, ExchangeOptions, MarketPlan, RunningMarkets } from '@org/simulator';
import { createExchange, runMarkets } from '@org/simulator';
import type { OrderCounts } from '../limits/order-counts.ts';
import type { RequestLimits } from '../limits/request-limits.ts';
import { RecordedAccounts } from '../records/accounts/recorded-accounts.ts';
import { RecordedMarkets } from '../records/markets/recorded-markets.ts';
import type { ApiKeys } from '../security/api-key.ts';
import { MarketClock } from './market-clock.ts';
import type { World } from './world.ts';

export interface RunningWorldOptions extends Pick<ExchangeOptions, 'symbols' | 'accounts' | 'snapshot'> {
  /** What had happened on the accounts before, where they go on from a snapshot. */
  readonly accountRecords?: RecordedAccounts;
  /** Where market time starts, ms UTC. */
  readonly startMs: number;
  readonly protocolTime: Clock;
  readonly keys: ApiKeys;
  readonly orderCounts: OrderCounts;
  readonly requestLimits: RequestLimits;
  /** Who trades besides the clients. */
  readonly plans: readonly MarketPlan[];
}

/** Streams are told in steps of 100 ms at the finest: the market stands still on each of them. */
const STEP_MS = 100;

/** A world whose time can be made to pass. */
export class RunningWorld implements World {
  readonly exchange: Exchange;
  readonly records: { readonly accounts: RecordedAccounts; readonly markets: RecordedMarkets };
  readonly keys: ApiKeys;
  readonly orderCounts: OrderCounts;
  readonly requestLimits: RequestLimits;
  readonly marketTime: MarketClock;
  readonly protocolTime: Clock;
  readonly #markets: RunningMarkets;
  /** Symbols whose rules have changed since the last step. */
  readonly #changed = new Set<string>();
  readonly #listeners = new Set<(event: ExchangeEvent) => void>();
  readonly #settledListeners = new Set<() => void>();

  constructor(options: RunningWorldOptions) {
    const { symbols, accounts, snapshot, startMs } = options;
    this.keys = options.keys;
    this.orderCounts = options.orderCounts;
    this.requestLimits = options.requestLimits;
    this.protocolTime = options.protocolTime;
    this.marketTime = new MarketClock(startMs);
    const markets = new RecordedMarkets(this.marketTime, {
      grid: (symbol) => this.exchange.grid(symbol),
      rules: (symbol) => this.exchange.rules(symbol),
    });
    this.records = { accounts: options.accountRecords ?? new RecordedAccounts(), markets };
    this.exchange = createExchange({
      symbols,
      accounts,
      ...(snapshot === undefined ? {} : { snapshot }),
      emit: (event) => this.#tell(event),
      averagePrice: (symbol, minutes) => markets.averagePrice(symbol, minutes),
      referencePrice: (symbol) => markets.referencePrice(symbol),
    });
    this.#markets = runMarkets(this.exchange, options.plans, startMs);
    this.#markets.advanceTo(startMs);
  }

  listen(listener: (event: ExchangeEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  whenSettled(listener: () => void): () => void {
    this.#settledListeners.add(listener);
    return () => this.#settledListeners.delete(listener);
  }

  /** Lets market time pass, and everything happen that happens in it. */
  advance(ms: number): void {
    const end = this.marketTime.now() + ms;
    while (this.marketTime.now() < end) this.step(end);
  }

  /** One small step of market time towards `endMs`. */
  step(endMs: number): void {
    const now = this.marketTime.now();
    const nextStep = (Math.floor(now / STEP_MS) + 1) * STEP_MS;
    const next = Math.max(now, Math.min(endMs, nextStep, this.marketTime.nextDue()));
    if (this.#changed.size > 0) this.#reopenChanged();
    this.#markets.advanceTo(next);
    this.marketTime.reach(next);
    this.marketTime.runDue();
    this.settle();
  }

  /** All events of what was done have been told. */
  settle(): void {
    for (const listener of this.#settledListeners) listener();
  }

  /** A market counts in the steps of its symbol, which new rules can make finer. */
  #reopenChanged(): void {
    for (const symbol of this.#changed) this.#markets.reopen(symbol);
    this.#changed.clear();
  }

  #tell(event: ExchangeEvent): void {
    this.marketTime.reach(event.time);
    if (event.kind === 'symbolChanged') this.#changed.add(event.rules.symbol);
    this.records.accounts.take(event);
    this.records.markets.take(event);
    if (event.kind === 'orderReport') this.orderCounts.take(event, this.protocolTime.now());
    for (const listener of this.#listeners) listener(event);
  }
}
