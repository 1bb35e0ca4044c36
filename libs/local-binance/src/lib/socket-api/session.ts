import type { ApiKey } from '../security/api-key.ts';

/** In whose name the requests of a connection are made that do not say so themselves. */
export interface Logon {
  readonly key: ApiKey;
  /** ms UTC, protocol time. */
  readonly since: number;
}

/** What a connection of the WebSocket API knows about itself. */
export class Session {
  /** ms UTC, protocol time. */
  readonly connectedSince: number;
  readonly returnRateLimits: boolean;
  logon: Logon | null = null;

  constructor(connectedSince: number, returnRateLimits: boolean) {
    this.connectedSince = connectedSince;
    this.returnRateLimits = returnRateLimits;
  }
}
