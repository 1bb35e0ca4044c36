import type { QueryParameters } from '../../../signing/percent-encoding.ts';

/** A request before it is signed: what would be sent, with nothing of when. */
export interface RequestDescription {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly parameters: QueryParameters;
  /** Whether a timestamp and a signature belong to it. */
  readonly isSigned: boolean;
}
