import { InputError, nearestWord } from '@org/domain';
import type { Row } from '@org/indicators-gpu';
import { IndicatorError, indicators, OptionError } from '@org/indicators-gpu';
import type { Inputs } from '../definition/define-strategy.ts';
import type { IndicatorRequest } from '../definition/indicator.ts';
import type { CandlesInput } from '../definition/inputs.ts';
import type { BoundIndicator } from './bound-strategy.ts';

/** What a bar has; an indicator of a second series, such as beta, reads more. */
const BAR_FIELDS: readonly string[] = ['time', 'open', 'high', 'low', 'close', 'volume'];

/** A candle input and the name that the strategy gave it. */
export interface NamedCandles extends CandlesInput {
  readonly name: string;
}

/** The inputs that bring bars, in their order. */
export function candleInputsOf(inputs: Inputs): readonly NamedCandles[] {
  return Object.entries(inputs).flatMap(([name, input]) =>
    input.kind === 'candles' ? [{ name, ...input }] : [],
  );
}

/**
 * Finds the indicators that a strategy asks for, sets them, and tells which bars they read.
 *
 * @throws InputError `strategy-indicator` or `strategy-input`.
 */
export function bindIndicators(
  strategy: string,
  requests: Readonly<Record<string, IndicatorRequest>>,
  candleInputs: readonly NamedCandles[],
): readonly BoundIndicator[] {
  return Object.entries(requests).map(([name, request]) => {
    const row = findRow(strategy, name, request.indicator);
    const candle = findCandles(strategy, name, request.on, candleInputs);
    checkFields(strategy, name, row, request);
    return {
      ...{ name, indicator: row.name, source: request.source, outputs: row.outputs },
      options: completeOptions(strategy, name, row, request),
      candle: candle.index,
      symbol: candle.input.symbol,
      interval: candle.input.interval,
    };
  });
}

function findRow(strategy: string, name: string, indicator: string): Row {
  if (indicators.has(indicator)) return indicators.get(indicator);
  const known = Array.from(indicators, (row) => row.name);
  const nearest = nearestWord(indicator, known);
  throw new InputError('strategy-indicator', {
    what: `strategy ${strategy}: ${name} asks for an unknown indicator`,
    found: indicator,
    allowed: known.join(', '),
    ...(nearest === undefined ? {} : { hint: `Did you mean ${nearest}?` }),
  });
}

function findCandles(
  strategy: string,
  name: string,
  on: string | null,
  candleInputs: readonly NamedCandles[],
): { readonly index: number; readonly input: NamedCandles } {
  const index = on === null ? 0 : candleInputs.findIndex((input) => input.name === on);
  const input = candleInputs[index];
  if (input !== undefined) return { index, input };
  throw new InputError('strategy-input', {
    what: `strategy ${strategy}: indicator ${name} reads an input that does not exist`,
    found: on ?? 'no candle input at all',
    allowed: candleInputs.map((known) => known.name).join(', ') || 'none',
    hint: 'Declare it in inputs with candles(symbol, interval).',
  });
}

/** A file is run without a type check, and what a bar does not have would be a column of nothing. */
function checkFields(strategy: string, name: string, { inputs }: Row, { source }: IndicatorRequest): void {
  const missing = (source === null ? inputs : [source]).find((field) => !BAR_FIELDS.includes(field));
  if (missing === undefined) return;
  throw new InputError('strategy-indicator', {
    what: `strategy ${strategy}: indicator ${name} reads what bars do not have`,
    found: missing,
    allowed: BAR_FIELDS.join(', '),
  });
}

function completeOptions(
  strategy: string,
  name: string,
  row: Row,
  { options, source }: IndicatorRequest,
): Readonly<Record<string, number | string>> {
  try {
    row.open(options, source ?? undefined);
  } catch (error) {
    if (!(error instanceof IndicatorError)) throw error;
    const option = error instanceof OptionError ? `: option ${error.option} of ${row.name}` : '';
    const facts = {
      what: `strategy ${strategy}: indicator ${name} cannot be set so${option}`,
      found: error.got,
      allowed: error.allowed,
      ...(error.hint === undefined ? {} : { hint: error.hint }),
    };
    throw new InputError('strategy-indicator', facts, { cause: error });
  }
  return Object.fromEntries(
    row.options.map((option) => [option.name, options[option.name] ?? option.default]),
  );
}
