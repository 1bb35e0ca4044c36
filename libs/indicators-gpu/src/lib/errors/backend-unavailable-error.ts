import { IndicatorError } from './indicator-error.ts';

/** A backend was asked for by name, and this machine does not have it. */
export class BackendUnavailableError extends IndicatorError {
  readonly backend: string;

  constructor(backend: string, reason: string) {
    super('BACKEND_UNAVAILABLE', `device: backend ${backend}`, {
      got: reason,
      allowed: 'a machine that has it',
      hint: 'Ask for "auto", which takes the best that is there.',
    });
    this.backend = backend;
  }
}
