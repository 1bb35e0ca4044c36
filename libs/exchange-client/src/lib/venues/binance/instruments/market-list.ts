import type { Asset, InstrumentChanged } from '@org/domain';
import { InputError, nearestWord, OnestepError } from '@org/domain';
import { z } from 'zod';
import type { ReadCache } from '../../../cache/read-cache.ts';
import type { RateLedger } from '../../../limits/rate-ledger.ts';
import type { BinanceRest } from '../rest/binance-rest.ts';
import { describeRequest } from '../rest/endpoint-catalogue.ts';
import type { Reading, WasNotRead } from '../rest/reading.ts';
import { ask, mapReading } from '../rest/reading.ts';
import type { BinanceMarket } from './binance-market.ts';
import { binanceMarket } from './binance-market.ts';
import { exchangeInfoEnvelope, symbolSchema } from './exchange-info-schema.ts';
import { changedMarkets, withLostMarkets } from './market-changes.ts';
import { rateLimits } from './rate-limits.ts';

export interface MarketListOptions {
  readonly rest: Pick<BinanceRest, 'send'>;
  /** Where readings are kept: processes that share its store share a reading. */
  readonly cache: Pick<ReadCache, 'read' | 'forget'>;
  /** Server time, ms UTC. */
  readonly nowMs: () => number;
  /** Told of the limits that the exchange reports beside its markets. */
  readonly ledger?: Pick<RateLedger, 'changeLimits'>;
  /** Told of every change, whoever had the markets read. */
  readonly onChange?: (change: InstrumentChanged) => void;
  /** How long a reading is good. Default 1 h. */
  readonly lifetimeMs?: number;
}

/** What a reading has brought. */
export interface MarketsRead {
  /** One for each market whose rules or status are not what they were; none at the first reading. */
  readonly changes: readonly InstrumentChanged[];
  /** Markets that cannot be read and are left out. */
  readonly unreadable: readonly string[];
}

const KEY = 'exchangeInfo';
const HOUR_MS = 3_600_000;

const named = z.object({ symbol: z.string() });

/**
 * The markets of the exchange with every filter, as last read. A reading that fails leaves what was known; a market
 * that is told no more stays, closed, for there may be something of ours in it.
 */
export class MarketList {
  readonly #options: MarketListOptions;
  #answer: unknown = null;
  #markets: ReadonlyMap<string, BinanceMarket> = new Map();
  #assets: ReadonlyMap<string, Asset> = new Map();

  constructor(options: MarketListOptions) {
    this.#options = options;
  }

  get(symbol: string): BinanceMarket | undefined {
    return this.#markets.get(symbol);
  }

  /** @throws InputError `symbol-unknown` for a market that the exchange does not have */
  known(symbol: string): BinanceMarket {
    const market = this.get(symbol);
    if (market !== undefined) return market;
    const nearest = nearestWord(symbol.toUpperCase(), [...this.#markets.keys()]);
    throw new InputError('symbol-unknown', {
      what: 'the exchange has no such market',
      found: symbol,
      allowed: `one of its ${this.#markets.size} markets`,
      hint:
        this.#markets.size === 0
          ? 'Read the markets first.'
          : nearest === undefined
            ? 'Check how it is written, such as BTCUSDT.'
            : `Did you mean ${nearest}?`,
    });
  }

  /** An asset with its decimals, where a market tells them. */
  asset(code: string): Asset | undefined {
    return this.#assets.get(code);
  }

  get all(): readonly BinanceMarket[] {
    return [...this.#markets.values()];
  }

  /** Reads the markets, unless a reading is younger than its lifetime. */
  async read(): Promise<Reading<MarketsRead>> {
    const { cache, lifetimeMs = HOUR_MS } = this.#options;
    let failure: WasNotRead = { kind: 'unread', code: null, reason: 'the markets could not be read' };
    const answer = await cache.read(KEY, lifetimeMs, async () => {
      const reading = await this.#ask();
      if (reading.kind === 'read') return reading.value;
      failure = reading;
      return null;
    });
    const info = exchangeInfoEnvelope.safeParse(answer);
    if (!info.success) return failure;
    if (answer === this.#answer) return { kind: 'read', value: { changes: [], unreadable: [] } };
    this.#answer = answer;
    return { kind: 'read', value: this.#learn(info.data) };
  }

  /** Reads them afresh: after a filter failure, and regularly, for filters change while a market is open. */
  async reload(): Promise<Reading<MarketsRead>> {
    await this.#options.cache.forget(KEY);
    return this.read();
  }

  async #ask(): Promise<Reading<unknown>> {
    const request = describeRequest((spot) => spot.exchangeInformation());
    const reading = await ask(this.#options.rest, {
      request,
      shape: exchangeInfoEnvelope,
      purpose: 'protect',
    });
    return mapReading(reading, (info) => info);
  }

  #learn({ symbols, rateLimits: reported }: z.infer<typeof exchangeInfoEnvelope>): MarketsRead {
    const limits = rateLimits(reported);
    if (limits.length > 0) this.#options.ledger?.changeLimits(limits);
    const read = symbols.map((symbol) => readable(symbol));
    const now = read.flatMap((market) => (typeof market === 'string' ? [] : [market]));
    const { markets, changes } = changedMarkets(
      this.#markets,
      withLostMarkets(this.#markets, now),
      this.#options.nowMs(),
    );
    this.#markets = markets;
    this.#assets = new Map(
      this.all.flatMap(
        ({ instrument: { base, quote } }) =>
          [
            [quote.code, quote],
            [base.code, base],
          ] as const,
      ),
    );
    for (const change of changes) this.#options.onChange?.(change);
    return { changes, unreadable: read.filter((market) => typeof market === 'string') };
  }
}

/** A market, or the name of one that cannot be read. */
function readable(symbol: unknown): BinanceMarket | string {
  const name = named.safeParse(symbol).data?.symbol ?? 'a market without a name';
  const wire = symbolSchema.safeParse(symbol).data;
  if (wire === undefined) return name;
  try {
    return binanceMarket(wire) ?? name;
  } catch (error) {
    // Steps or bounds that no market can have.
    if (error instanceof OnestepError) return name;
    throw error;
  }
}
