import { amount } from '@org/domain';
import type { ExchangeBalance } from '../exchange-account.ts';
import type { Trader } from './trader.ts';

/** What a trader has of an asset, in its smallest units. */
export class Holding {
  readonly trader: Trader;
  readonly asset: string;
  free = 0n;
  locked = 0n;
  /** Whether it has changed and has yet to be told. */
  isTouched = false;

  constructor(trader: Trader, asset: string) {
    this.trader = trader;
    this.asset = asset;
  }
}

export function balanceOf(holding: Holding): ExchangeBalance {
  return { asset: holding.asset, free: amount(holding.free), locked: amount(holding.locked) };
}
