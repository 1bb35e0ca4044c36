import type { HttpTransport } from '../../src/lib/transport/http-transport.ts';

/** A transport that is watched: what is handed to it between the moment a back-off is read and the end of it. */
export interface WatchedTransport extends HttpTransport {
  readonly sentDuringBackOff: number;
}

/** Sends by another one, and counts. */
export function watchedTransport(transport: HttpTransport): WatchedTransport {
  let silentUntilMs = 0;
  let sentDuringBackOff = 0;
  return {
    origin: transport.origin,
    get sentDuringBackOff() {
      return sentDuringBackOff;
    },
    send: async (request) => {
      if (performance.now() < silentUntilMs) sentDuringBackOff += 1;
      const outcome = await transport.send(request);
      if (outcome.kind === 'reply' && (outcome.status === 429 || outcome.status === 418))
        silentUntilMs = performance.now() + Number(outcome.headers['retry-after'] ?? 0) * 1000;
      return outcome;
    },
    close: () => transport.close(),
  };
}
