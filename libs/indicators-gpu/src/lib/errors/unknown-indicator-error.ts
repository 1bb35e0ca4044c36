import { IndicatorError } from './indicator-error.ts';

/** The registry has no indicator of that name. */
export class UnknownIndicatorError extends IndicatorError {
  constructor(name: string, known: readonly string[]) {
    super('UNKNOWN_INDICATOR', 'indicators', { got: `"${name}"`, allowed: known.join(', ') });
  }
}
