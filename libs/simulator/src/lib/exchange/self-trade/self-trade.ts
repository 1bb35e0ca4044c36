import type { Trader } from '../accounts/trader.ts';
import type { SelfTradePrevention } from '../symbol-rules.ts';

/** Whether a trade between two would be one with oneself, by the taker's mode: one account, or one trade group. */
export function meetsItself(taker: Trader, mode: SelfTradePrevention, maker: Trader): boolean {
  if (mode === 'none') return false;
  if (taker === maker) return true;
  const group = taker.account.tradeGroupId;
  return group !== null && group === maker.account.tradeGroupId;
}

/** The taker's mode rules, but a transfer needs both. */
export function effectiveMode(taker: SelfTradePrevention, maker: SelfTradePrevention): SelfTradePrevention {
  return taker === 'transfer' && maker !== 'transfer' ? 'decrement' : taker;
}
