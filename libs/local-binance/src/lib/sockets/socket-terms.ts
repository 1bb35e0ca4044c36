/** What the exchange demands of a connection. */
export interface SocketTerms {
  readonly pingEveryMs: number;
  /** How long a ping may go without its pong. */
  readonly pongWithinMs: number;
  /** How long a connection lives. */
  readonly lifetimeMs: number;
  /** Of messages, pings and pongs that come in; null where they are not counted. */
  readonly messagesPerSecond: number | null;
  readonly maxMessageBytes: number;
}

/** Of market streams, as documented; how large a message may be is not. */
export const STREAM_TERMS: SocketTerms = {
  pingEveryMs: 20_000,
  pongWithinMs: 60_000,
  lifetimeMs: 86_400_000,
  messagesPerSecond: 5,
  maxMessageBytes: 65_536,
};

/** Of the WebSocket API, where requests have a weight and need no count. */
const SOCKET_API_TERMS: SocketTerms = { ...STREAM_TERMS, messagesPerSecond: null };

/** What the exchange demands of all of them together. */
export interface SocketServerTerms {
  readonly streams: SocketTerms;
  readonly socketApi: SocketTerms;
  /** How often an address may connect in five minutes. */
  readonly connectionAttempts: number;
  /** How long before it shuts down the server says so. */
  readonly shutdownNoticeMs: number;
}

/** Of the exchange; how long before a shutdown it gives notice is not documented. */
export const SOCKET_SERVER_TERMS: SocketServerTerms = {
  streams: STREAM_TERMS,
  socketApi: SOCKET_API_TERMS,
  connectionAttempts: 300,
  shutdownNoticeMs: 10_000,
};
