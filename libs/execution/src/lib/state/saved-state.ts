import { canonicalJson, InputError, parseCanonicalJson } from '@org/domain';
import type { TradingState } from './trading-state.ts';

/** The state as one line of JSON, exact money included. */
export function writeState(state: TradingState): string {
  return canonicalJson(state);
}

/**
 * Reads what `writeState` wrote.
 *
 * @throws InputError `state-malformed` when it is not a trading state.
 */
export function readState(text: string): TradingState {
  const value = parsed(text);
  if (isTradingState(value)) return value;
  throw malformed(text);
}

function parsed(text: string): unknown {
  try {
    return parseCanonicalJson(text);
  } catch (cause) {
    throw malformed(text, { cause });
  }
}

function malformed(text: string, options?: ErrorOptions): InputError {
  return new InputError(
    'state-malformed',
    {
      what: 'this is not a saved trading state',
      found: text.slice(0, 60),
      allowed: 'what writeState wrote',
    },
    options,
  );
}

function isTradingState(value: unknown): value is TradingState {
  return (
    hasFields(value, ['time', 'nextSequence', 'equity'], 'number') &&
    hasLists(value, ['marks', 'bars', 'barTimes', 'workers', 'orders', 'lostStreams']) &&
    'account' in value &&
    hasLists(value.account, ['balances', 'sizes', 'lastTradeIds']) &&
    hasFields(value.account, ['cash'], 'number') &&
    'risk' in value &&
    hasFields(value.risk, ['day', 'dayEquity', 'peakEquity'], 'number')
  );
}

function hasFields(value: unknown, names: readonly string[], type: 'number'): value is object {
  return isObject(value) && names.every((name) => typeof Reflect.get(value, name) === type);
}

function hasLists(value: unknown, names: readonly string[]): value is object {
  return isObject(value) && names.every((name) => Array.isArray(Reflect.get(value, name)));
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
