import type { Amount, Asset, Decimal, Side } from '@org/domain';
import { parseDecimal } from '@org/domain';
import { z } from 'zod';
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

export interface BinanceAccountOptions {
  readonly rest: Pick<BinanceRest, 'send'>;
  readonly markets: Pick<MarketList, 'asset'>;
}

const PAGE = 1000;

/** What the exchange says of our account. */
export class BinanceAccount {
  readonly #rest: Pick<BinanceRest, 'send'>;
  readonly #known: (code: string) => Asset | undefined;

  constructor({ rest, markets }: BinanceAccountOptions) {
    this.#rest = rest;
    this.#known = (code) => markets.asset(code);
  }

  /** Of every asset that there is something of. */
  async balances(): Promise<Reading<readonly Balance[]>> {
    const request = describeRequest((spot) => spot.accountInformation({ omitZeroBalances: true }));
    const reading = await ask(this.#rest, { request, shape: accountSchema, purpose: 'protect' });
    return mapReading(reading, ({ balances }) =>
      balances.map(({ asset: code, free, locked }) => this.#balance(code, free, locked)),
    );
  }

  /** The trades of an order: what was paid for it, fee by fee, which may be in several assets. */
  tradesOf(symbol: string, venueOrderId: string): Promise<Reading<readonly AccountTrade[]>> {
    const orderId = Number(venueOrderId);
    return this.#trades(describeRequest((spot) => spot.accountTradeList(symbol, { orderId, limit: PAGE })));
  }

  /** Up to 1,000 trades from `tradeId` on, itself included, the oldest first. */
  tradesFrom(symbol: string, tradeId: number): Promise<Reading<readonly AccountTrade[]>> {
    return this.#trades(
      describeRequest((spot) => spot.accountTradeList(symbol, { fromId: tradeId, limit: PAGE })),
    );
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

  /** Both amounts in the units of the finer of the two. */
  #balance(code: string, free: string, locked: string): Balance {
    const { asset } = exactMoney(code, free, this.#known);
    const { asset: finest, amount } = exactMoney(code, locked, () => asset);
    return { asset: finest, free: exactMoney(code, free, () => finest).amount, locked: amount };
  }
}
