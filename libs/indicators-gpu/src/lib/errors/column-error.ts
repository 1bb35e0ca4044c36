import { IndicatorError } from './indicator-error.ts';
import type { ErrorFacts } from './indicator-error.ts';

/** An input column is missing, holds something else than numbers, or differs in length from the others. */
export class ColumnError extends IndicatorError {
  readonly indicator: string;
  readonly column: string;

  constructor(indicator: string, column: string, facts: ErrorFacts) {
    super('INVALID_COLUMN', `${indicator}: column ${column}`, facts);
    this.indicator = indicator;
    this.column = column;
  }
}
