import { IndicatorError } from './indicator-error.ts';
import type { ErrorFacts } from './indicator-error.ts';

/** A snapshot belongs to another indicator, to other options, or is not a snapshot at all. */
export class SnapshotError extends IndicatorError {
  readonly indicator: string;

  constructor(indicator: string, facts: ErrorFacts) {
    super('INVALID_SNAPSHOT', `${indicator}: snapshot`, facts);
    this.indicator = indicator;
  }
}
