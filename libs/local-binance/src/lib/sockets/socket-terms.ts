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

/** Of market streams, as documented. */
export const STREAM_TERMS: SocketTerms = {
  pingEveryMs: 20_000,
  pongWithinMs: 60_000,
  lifetimeMs: 86_400_000,
  messagesPerSecond: 5,
  maxMessageBytes: 65_536,
};

/** Of the WebSocket API, where requests have a weight and need no count. */
export const SOCKET_API_TERMS: SocketTerms = { ...STREAM_TERMS, messagesPerSecond: null };
