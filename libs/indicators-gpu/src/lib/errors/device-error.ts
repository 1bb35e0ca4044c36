import { IndicatorError } from './indicator-error.ts';
import type { ErrorFacts } from './indicator-error.ts';

/** A device was used after its end, or asked for more than it can hold. */
export class DeviceError extends IndicatorError {
  constructor(code: 'DEVICE_DISPOSED' | 'RESULT_TOO_LARGE', facts: ErrorFacts) {
    super(code, 'device', facts);
  }
}
