import type { ExchangeBalance } from '../exchange-account.ts';
import type { Trader } from './trader.ts';
import type { Units } from './units.ts';
import { amountOf } from './units.ts';

/** What a trader has of an asset, in its smallest units. */
export class Holding {
  readonly trader: Trader;
  readonly asset: string;
  free: Units = 0;
  locked: Units = 0;
  /** Whether it has changed and has yet to be told. */
  isTouched = false;

  constructor(trader: Trader, asset: string) {
    this.trader = trader;
    this.asset = asset;
  }
}

export function balanceOf(holding: Holding): ExchangeBalance {
  return { asset: holding.asset, free: amountOf(holding.free), locked: amountOf(holding.locked) };
}
