/** A stream that somebody wants. */
export interface StreamFeed {
  /** As the exchange calls it: `btcusdt@depth@100ms`. */
  readonly name: string;
  /** Told of every message: its data lie in `bytes` from `start` to `end`. */
  receive(bytes: Uint8Array, start: number, end: number): void;
  /** How long it may be silent, in market time, before something must be wrong; Infinity for what may rest for ever. */
  readonly mostSilenceMs: number;
  /**
   * A number in each message that grows from one to the next, such as its update id. While one connection takes over from
   * another, both tell everything, and what the feed has had already is dropped by it. Null where there is none.
   */
  idOf(bytes: Uint8Array, start: number, end: number): number | null;
}

/** What happens to the streams of a connection. */
export type StreamNotice =
  /** All of them are there; with `wasLost`, what was said in the meantime is missing. */
  | { readonly kind: 'connected'; readonly streams: readonly string[]; readonly wasLost: boolean }
  | { readonly kind: 'disconnected'; readonly streams: readonly string[]; readonly reason: string }
  /** A connection could not be made, or ended: the next one waits, the longer the more have failed. */
  | { readonly kind: 'attemptFailed'; readonly reason: string; readonly failures: number }
  /** A new connection has taken over without a break. */
  | { readonly kind: 'renewed'; readonly streams: readonly string[] }
  /** Silent for too long on a connection that lives; another one is being made. */
  | { readonly kind: 'stalled'; readonly stream: string; readonly silentMs: number }
  | { readonly kind: 'refused'; readonly streams: readonly string[]; readonly message: string }
  | { readonly kind: 'unreadable'; readonly text: string };
