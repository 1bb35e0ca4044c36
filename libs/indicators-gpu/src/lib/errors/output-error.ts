import { IndicatorError } from './indicator-error.ts';
import type { ErrorFacts } from './indicator-error.ts';

/** A column to write into is missing, of the wrong length, or shares memory with a column still to be read. */
export class OutputError extends IndicatorError {
  readonly indicator: string;
  readonly output: string;

  constructor(indicator: string, output: string, facts: ErrorFacts) {
    super('INVALID_OUTPUT', `${indicator}: output ${output}`, facts);
    this.indicator = indicator;
    this.output = output;
  }
}
