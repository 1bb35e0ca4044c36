import type { Amount } from '@org/domain';
import { amountIn, InputError } from '@org/domain';
import type { Market } from './open-market.ts';
import type { RunOptions } from './run-options.ts';

/** What the account holds besides cash. */
export interface Deposit {
  readonly asset: string;
  /** In the asset's smallest unit. */
  readonly amount: Amount;
}

/**
 * Reads the deposits in exact units.
 *
 * @throws InputError `fee-asset-unpriced` where fees are to be paid in BNB and no market says what BNB is worth;
 * `deposit-unknown` for an asset of no market.
 */
export function depositsOf(options: RunOptions, markets: readonly Market[]): readonly Deposit[] {
  const instruments = markets.map(({ instrument }) => instrument);
  if (options.feeAsset === 'BNB' && !instruments.some(({ base }) => base.code === 'BNB')) {
    throw new InputError('fee-asset-unpriced', {
      what: 'fees in BNB need to know what BNB is worth',
      found: instruments.map(({ symbol }) => symbol).join(', '),
      allowed: 'a BNB market among --data, such as BNBUSDT, with its rules in --instruments',
    });
  }
  return options.deposits.map(({ asset, amount }) => {
    const known = instruments.flatMap(({ base, quote }) => [base, quote]).find(({ code }) => code === asset);
    if (known !== undefined) return { asset, amount: amountIn(amount, known) };
    throw new InputError('deposit-unknown', {
      what: '--deposit names an asset of no market',
      found: asset,
      allowed: [...new Set(instruments.flatMap(({ base, quote }) => [base.code, quote.code]))].join(', '),
    });
  });
}

/** What the account is worth at the start, in quote: cash, and every deposit at the first open of its market. */
export function startingEquity(
  { cash, deposits }: Pick<RunOptions, 'cash' | 'deposits'>,
  markets: readonly Market[],
): number {
  return deposits.reduce((sum, { asset, amount }) => {
    const market = markets.find(({ instrument }) => instrument.base.code === asset);
    return sum + Number(amount) * (market?.traded.open[0] ?? 1);
  }, cash);
}
