/** Why no answer came. */
export type FailureReason =
  'refused' | 'unresolved' | 'connectTimeout' | 'replyTimeout' | 'cut' | 'closed' | 'other';

/** A request without an answer. */
export interface TransportFailure {
  readonly kind: 'failure';
  readonly reason: FailureReason;
  /** False where no connection was made; true where the server may have had the request, and acted on it. */
  readonly mayHaveArrived: boolean;
  /** In the words of the connection, without the request. */
  readonly message: string;
}

/** Codes of Node and undici for requests that never left. */
const NEVER_SENT: Readonly<Record<string, FailureReason>> = {
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'refused',
  ENETUNREACH: 'refused',
  ENOTFOUND: 'unresolved',
  EAI_AGAIN: 'unresolved',
  UND_ERR_CONNECT_TIMEOUT: 'connectTimeout',
};

/** Codes for those that may have arrived. */
const PERHAPS_SENT: Readonly<Record<string, FailureReason>> = {
  UND_ERR_HEADERS_TIMEOUT: 'replyTimeout',
  UND_ERR_BODY_TIMEOUT: 'replyTimeout',
  UND_ERR_SOCKET: 'cut',
  ECONNRESET: 'cut',
  EPIPE: 'cut',
  UND_ERR_DESTROYED: 'closed',
  UND_ERR_CLOSED: 'closed',
};

/** What a thrown error means for the request: in doubt, it may have arrived. */
export function failureOf(error: unknown): TransportFailure {
  const code = textOf(error, 'code');
  const message = textOf(error, 'message') || 'the connection failed';
  const never = NEVER_SENT[code];
  if (never !== undefined) return { kind: 'failure', reason: never, mayHaveArrived: false, message };
  return { kind: 'failure', reason: PERHAPS_SENT[code] ?? 'other', mayHaveArrived: true, message };
}

/** Errors come from Node and from undici, each with classes of its own. */
function textOf(error: unknown, name: 'code' | 'message'): string {
  if (typeof error !== 'object' || error === null) return '';
  const value: unknown = Reflect.get(error, name);
  return typeof value === 'string' ? value : '';
}
