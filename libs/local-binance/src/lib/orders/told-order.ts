import { OnestepError } from '@org/domain';
import type { Exchange, ExchangeOrder, SymbolGrid } from '@org/simulator';
import type { BinanceError } from '../errors/binance-error.ts';
import { binanceError } from '../errors/binance-error.ts';
import { newest } from '../records/accounts/page.ts';
import type { World } from '../world/world.ts';
import type { ToldOrder } from './order-shape.ts';

/** The grid of a market that a client names. */
export function gridOf({ exchange }: World, symbol: string): SymbolGrid | BinanceError {
  return exchange.grid(symbol) ?? binanceError(-1121, 'Invalid symbol.');
}

/** An order with everything that is needed to speak of it. */
export function told({ exchange, records }: World, order: ExchangeOrder): ToldOrder {
  const grid = exchange.grid(order.symbol);
  if (grid === undefined) {
    throw new OnestepError('order-without-market', {
      what: 'there is an order on a market that is not there',
      found: order.symbol,
    });
  }
  const wasPrevented = order.prevented > 0 || order.status === 'expiredInMatch';
  const [latest] = wasPrevented ? records.accounts.preventedMatches(order, newest(1), order.orderId) : [];
  return { order, grid, prevented: latest?.match ?? null };
}

/** Of assets that are not traded. */
const USUAL_DECIMALS = 8;

/** Which assets an exchange trades is settled when it opens. */
const DECIMALS = new WeakMap<Exchange, ReadonlyMap<string, number>>();

/** How many decimals an exchange keeps of an asset; 8 of one that it does not trade. */
export function decimalsOf({ exchange }: World): (asset: string) => number {
  const decimals = DECIMALS.get(exchange) ?? decimalsByAsset(exchange);
  DECIMALS.set(exchange, decimals);
  return (asset) => decimals.get(asset) ?? USUAL_DECIMALS;
}

function decimalsByAsset(exchange: Exchange): ReadonlyMap<string, number> {
  const assets = exchange.symbols().flatMap(({ base, quote }) => [base, quote]);
  return new Map(assets.map(({ code, decimals }) => [code, decimals]));
}
