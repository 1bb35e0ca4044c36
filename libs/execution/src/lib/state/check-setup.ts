import { InputError } from '@org/domain';
import type { SpotInstrument } from '@org/domain';
import type { Allocation, TradingSetup } from './trading-setup.ts';

const PREFIX = /^[A-Za-z0-9]{1,16}$/;

/** What shares may add up to: 1, and what doubles lose on the way. */
const WHOLE = 1 + 1e-9;

/**
 * The asset that all markets of a setup are quoted in.
 *
 * @throws InputError when there is no strategy or market, ids or markets repeat, shares exceed 1, a deposit is below 0,
 * a strategy listens to a market without instrument, or the markets' quote assets differ.
 */
export function checkSetup(setup: TradingSetup): SpotInstrument['quote'] {
  const { allocations, instruments, deposits, orderIdPrefix } = setup;
  const quote = checkMarkets(instruments);
  if (!PREFIX.test(orderIdPrefix)) {
    const found = JSON.stringify(orderIdPrefix);
    throw refuse('setup-prefix', 'an order id prefix is 1 to 16 letters and digits', found);
  }
  const owed = deposits.find((deposit) => deposit.amount < 0n);
  if (owed !== undefined) {
    throw refuse('setup-deposits', 'a deposit is 0 or more', `${owed.amount} ${owed.asset}`);
  }
  checkStrategies(allocations);
  checkInputs(allocations, new Set(instruments.map(({ symbol }) => symbol)));
  return quote;
}

function checkMarkets(instruments: readonly SpotInstrument[]): SpotInstrument['quote'] {
  const [first] = instruments;
  if (first === undefined)
    throw refuse('setup-empty', 'a session needs at least one market', 'no instrument');
  const { quote } = first;
  const other = instruments.find((instrument) => instrument.quote.code !== quote.code);
  if (other !== undefined) {
    const what = `all markets of a session are quoted in one asset, ${quote.code} here`;
    throw refuse('setup-quotes', what, other.symbol);
  }
  const twice = repeated(instruments, ({ base }) => base.code);
  if (twice !== undefined) {
    throw refuse('setup-markets', 'each asset is traded in one market of a session', twice.symbol);
  }
  return quote;
}

function checkStrategies(allocations: readonly Allocation[]): void {
  if (allocations.length === 0) throw refuse('setup-empty', 'a session needs at least one strategy', 'none');
  const twice = repeated(allocations, ({ strategy }) => strategy.id);
  if (twice !== undefined) {
    throw refuse('setup-ids', 'every strategy of a session has its own id', twice.strategy.id);
  }
  const wrong = allocations.find(({ share }) => !(share > 0 && share <= 1));
  const total = allocations.reduce((sum, { share }) => sum + share, 0);
  if (wrong !== undefined || total > WHOLE) {
    const found = String(wrong?.share ?? total);
    throw refuse('setup-shares', 'allocations are above 0 and add up to at most 1', found);
  }
}

function checkInputs(allocations: readonly Allocation[], symbols: ReadonlySet<string>): void {
  for (const { strategy } of allocations) {
    const missing = strategy.inputs.find((input) => !symbols.has(input.symbol));
    if (missing === undefined) continue;
    const what = `${strategy.id} listens to a market without instrument rules`;
    throw refuse('setup-market', what, missing.symbol);
  }
}

/** The first whose key another before it has. */
function repeated<T>(all: readonly T[], keyOf: (one: T) => string): T | undefined {
  const keys = all.map(keyOf);
  return all.find((_, index) => keys.indexOf(keys[index] ?? '') !== index);
}

function refuse(code: string, what: string, found: string): InputError {
  return new InputError(code, { what, found });
}
