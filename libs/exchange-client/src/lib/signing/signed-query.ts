import type { QueryParameters } from './percent-encoding.ts';
import { percentEncode, queryString } from './percent-encoding.ts';
import type { Signer } from './signer.ts';

/** How long after its timestamp a request may arrive, where the caller does not say. */
export const RECV_WINDOW_MS = 5000;

/**
 * The query of a signed request over HTTP: what is signed is what is sent, byte for byte. `timestampMs` is server time.
 */
export function signedQuery(
  parameters: QueryParameters,
  timestampMs: number,
  signer: Signer,
  recvWindowMs = RECV_WINDOW_MS,
): string {
  const query = queryString(parameters);
  const own = query === '' ? '' : `${query}&`;
  const window = (parameters['recvWindow'] ?? null) === null ? `recvWindow=${recvWindowMs}&` : '';
  const payload = `${own}${window}timestamp=${timestampMs}`;
  return `${payload}&signature=${percentEncode(signer.sign(payload))}`;
}

/** Parameters of the WebSocket API; prices and quantities are decimal strings. */
export type SocketParameters = Readonly<Record<string, string | number | boolean | null | undefined>>;

/**
 * The parameters of a signed request over the WebSocket API, its signature among them. There the payload is sorted by
 * name and not percent-encoded.
 */
export function signedParameters(
  parameters: SocketParameters,
  timestampMs: number,
  signer: Signer,
): Readonly<Record<string, string | number | boolean>> {
  const all = {
    recvWindow: RECV_WINDOW_MS,
    ...withoutAbsent(parameters),
    apiKey: signer.apiKey,
    timestamp: timestampMs,
  };
  return { ...all, signature: signer.sign(socketPayload(all)) };
}

/** What is signed of the WebSocket API's parameters. */
export function socketPayload(parameters: Readonly<Record<string, string | number | boolean>>): string {
  return Object.entries(parameters)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${String(value)}`)
    .join('&');
}

function withoutAbsent(parameters: SocketParameters): Readonly<Record<string, string | number | boolean>> {
  return Object.fromEntries(
    Object.entries(parameters).flatMap(([name, value]) =>
      value === undefined || value === null ? [] : [[name, value]],
    ),
  );
}
