import { IndicatorError } from './indicator-error.ts';
import type { ErrorFacts } from './indicator-error.ts';

/** An option is unknown, of the wrong type, out of its range, or at odds with another option. */
export class OptionError extends IndicatorError {
  readonly indicator: string;
  readonly option: string;

  constructor(indicator: string, option: string, facts: ErrorFacts) {
    super('INVALID_OPTION', `${indicator}: option ${option}`, facts);
    this.indicator = indicator;
    this.option = option;
  }
}
