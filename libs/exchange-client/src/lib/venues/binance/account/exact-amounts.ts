import type { Amount, Asset } from '@org/domain';
import { amountIn, parseDecimal } from '@org/domain';

/** What the exchange keeps of most assets. */
const USUAL_DECIMALS = 8;

/** Money of an asset, exactly. */
export interface Money {
  readonly asset: Asset;
  readonly amount: Amount;
}

/**
 * Reads an amount with the asset's decimals where a market tells them; otherwise with as many as it is written with, and
 * no fewer than is usual. Either way nothing is cut off.
 */
export function exactMoney(code: string, text: string, known: (code: string) => Asset | undefined): Money {
  const written = parseDecimal(text).decimals;
  const decimals = known(code)?.decimals ?? USUAL_DECIMALS;
  const asset = { code, decimals: Math.max(decimals, written) };
  return { asset, amount: amountIn(text, asset) };
}
