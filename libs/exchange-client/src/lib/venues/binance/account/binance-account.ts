import type { Amount, Asset, Decimal, Side } from '@org/domain';
import { parseDecimal } from '@org/domain';
import { z } from 'zod';
import type { ReadCache } from '../../../cache/read-cache.ts';
import type { MarketList } from '../instruments/market-list.ts';
import type { BinanceRest } from '../rest/binance-rest.ts';
import { describeRequest } from '../rest/endpoint-catalogue.ts';
import type { RequestDescription } from '../rest/request-description.ts';
import type { Reading } from '../rest/reading.ts';
import { ask, mapReading } from '../rest/reading.ts';
import type { WireTrade } from './account-schema.ts';
import { accountSchema, restrictionsSchema, tradeSchema } from './account-schema.ts';
import type { Money } from './exact-amounts.ts';
import { exactMoney } from './exact-amounts.ts';

/** What we have of an asset, in its smallest units. */
export interface Balance {
  readonly asset: Asset;
  readonly free: Amount;
  readonly locked: Amount;
}

/** One trade of ours, exactly as the exchange booked it. */
export interface AccountTrade {
  readonly symbol: string;
  readonly tradeId: number;
  readonly venueOrderId: string;
  readonly side: Side;
  /** Quote per base, and base. */
  readonly price: Decimal;
  readonly quantity: Decimal;
  /** What was paid or received, in quote. */
  readonly notional: Decimal;
  readonly fee: Money;
  readonly liquidity: 'maker' | 'taker';
  /** ms UTC. */
  readonly time: number;
}

/** What a key may be used for. */
export interface KeyPermissions {
  readonly canRead: boolean;
  readonly canTrade: boolean;
  /** A trading system needs no such key: who steals it takes the money. */
  readonly canWithdraw: boolean;
  readonly isBoundToAddresses: boolean;
}

/** All of an account. */
export interface AccountReading {
  /** The exchange's time of its last change, ms UTC. */
  readonly asOf: number;
  /** Of every asset that there is something of. */
  readonly balances: readonly Balance[];
}

export interface BinanceAccountOptions {
  readonly rest: Pick<BinanceRest, 'send'>;
  readonly markets: Pick<MarketList, 'asset'>;
  /** Where the account is kept while it is heard; of this process alone, for others may not hear of changes. */
  readonly cache?: Pick<ReadCache, 'read' | 'forget'>;
  /** Whether `forget` is called with each change of the account. Default: never, and nothing is kept. */
  readonly isHeard?: () => boolean;
}

const PAGE = 1000;
const HOUR_MS = 3_600_000;
const ACCOUNT_KEY = 'account';
const ACCOUNT_QUESTION = {
  request: describeRequest((spot) => spot.accountInformation({ omitZeroBalances: true })),
  shape: accountSchema,
  purpose: 'protect',
} as const;
const NOTHING_KEPT: Pick<ReadCache, 'read' | 'forget'> = {
  read: (_key, _lifetimeMs, question) => question(),
  forget: () => Promise.resolve(),
};

/** What the exchange says of our account. */
export class BinanceAccount {
  readonly #rest: Pick<BinanceRest, 'send'>;
  readonly #known: (code: string) => Asset | undefined;

  readonly #cache: Pick<ReadCache, 'read' | 'forget'>;
  readonly #isHeard: () => boolean;

  constructor({ rest, markets, cache, isHeard }: BinanceAccountOptions) {
    this.#rest = rest;
    this.#cache = cache ?? NOTHING_KEPT;
    this.#isHeard = isHeard ?? (() => false);
    this.#known = (code) => markets.asset(code);
  }

  /**
   * Of every asset that there is something of. While somebody hears of each change of the account (`isHeard`), what was
   * read is good until the next one.
   */
  async balances(): Promise<Reading<readonly Balance[]>> {
    return mapReading(await this.read(), ({ balances }) => balances);
  }

  /** The same with the time of the account's last change, as the exchange has it. */
  async read(): Promise<Reading<AccountReading>> {
    if (!this.#isHeard()) return this.#ask();
    let failure: Reading<AccountReading> = { kind: 'unread', code: null, reason: 'the account was not read' };
    const answer = await this.#cache.read(ACCOUNT_KEY, HOUR_MS, async () => {
      const reading = await ask(this.#rest, ACCOUNT_QUESTION);
      if (reading.kind === 'read') return reading.value;
      failure = reading;
      return null;
    });
    const account = accountSchema.safeParse(answer).data;
    return account === undefined ? failure : { kind: 'read', value: this.#account(account) };
  }

  /** Something has happened on the account: what was read of it is over. */
  async forget(): Promise<void> {
    await this.#cache.forget(ACCOUNT_KEY);
  }

  /** All trades of an order, the oldest first: what was paid for it, fee by fee, which may be in several assets. */
  tradesOf(symbol: string, venueOrderId: string): Promise<Reading<readonly AccountTrade[]>> {
    return this.#allTrades(symbol, 0, { orderId: Number(venueOrderId) });
  }

  /** All trades of a market from `tradeId` on, itself included, the oldest first. */
  tradesFrom(symbol: string, tradeId: number): Promise<Reading<readonly AccountTrade[]>> {
    return this.#allTrades(symbol, tradeId, {});
  }

  /** The newest trades of a market, up to 1,000 of them, the oldest first. */
  latestTrades(symbol: string): Promise<Reading<readonly AccountTrade[]>> {
    return this.#trades(describeRequest((spot) => spot.accountTradeList(symbol, { limit: PAGE })));
  }

  async keyPermissions(): Promise<Reading<KeyPermissions>> {
    const request = describeRequest((spot) => spot.getApiKeyPermission());
    const reading = await ask(this.#rest, { request, shape: restrictionsSchema, purpose: 'protect' });
    return mapReading(reading, (key) => ({
      canRead: key.enableReading,
      canTrade: key.enableSpotAndMarginTrading,
      canWithdraw: key.enableWithdrawals,
      isBoundToAddresses: key.ipRestrict,
    }));
  }

  async #allTrades(
    symbol: string,
    tradeId: number,
    which: { readonly orderId?: number },
  ): Promise<Reading<readonly AccountTrade[]>> {
    const all: AccountTrade[] = [];
    for (let fromId = tradeId; ; fromId = (all.at(-1)?.tradeId ?? fromId) + 1) {
      const page = await this.#trades(
        describeRequest((spot) => spot.accountTradeList(symbol, { ...which, fromId, limit: PAGE })),
      );
      if (page.kind === 'unread') return page;
      all.push(...page.value);
      if (page.value.length < PAGE) return { kind: 'read', value: all };
    }
  }

  async #ask(): Promise<Reading<AccountReading>> {
    const reading = await ask(this.#rest, ACCOUNT_QUESTION);
    return mapReading(reading, (account) => this.#account(account));
  }

  #account({ updateTime, balances }: z.infer<typeof accountSchema>): AccountReading {
    return {
      asOf: updateTime ?? 0,
      balances: balances.map(({ asset, free, locked }) => balanceOf(asset, free, locked, this.#known)),
    };
  }

  async #trades(request: RequestDescription): Promise<Reading<readonly AccountTrade[]>> {
    const reading = await ask(this.#rest, { request, shape: z.array(tradeSchema), purpose: 'protect' });
    return mapReading(reading, (trades) => trades.map((trade) => this.#trade(trade)));
  }

  #trade(trade: WireTrade): AccountTrade {
    return {
      symbol: trade.symbol,
      tradeId: trade.id,
      venueOrderId: String(trade.orderId),
      side: trade.isBuyer ? 'buy' : 'sell',
      price: parseDecimal(trade.price),
      quantity: parseDecimal(trade.qty),
      notional: parseDecimal(trade.quoteQty),
      fee: exactMoney(trade.commissionAsset, trade.commission, this.#known),
      liquidity: trade.isMaker ? 'maker' : 'taker',
      time: trade.time,
    };
  }
}

/** Both amounts in the units of the finer of the two. */
export function balanceOf(
  code: string,
  free: string,
  locked: string,
  known: (code: string) => Asset | undefined,
): Balance {
  const { asset } = exactMoney(code, free, known);
  const { asset: finest, amount } = exactMoney(code, locked, () => asset);
  return { asset: finest, free: exactMoney(code, free, () => finest).amount, locked: amount };
}
