import type { GivenParameters } from './given-parameters.ts';
import type { HttpAnswer, HttpRequest } from './http-exchange.ts';

/** A request as those see it who may interfere with it. */
export interface SeenRequest {
  readonly request: HttpRequest;
  /** None where they cannot be read. */
  readonly parameters: GivenParameters;
}

/** What happens to a request on its way. */
export interface Interference {
  /** How long it lies about before the exchange gets it. */
  readonly delayBeforeMs: number;
  /** Whether the exchange gets it at all. */
  readonly isDone: boolean;
  /** How long after the answer it gets it; at once where this is not given. */
  readonly doneLaterMs?: number | undefined;
  /** How long the answer takes. */
  readonly delayAfterMs: number;
  /** The exchange's own answer, another, or none: then the connection breaks. */
  readonly answer: 'own' | 'none' | HttpAnswer;
}

/** Asked once for each request; null lets it through. */
export type Interfere = (seen: SeenRequest) => Interference | null;
