/** What a connection tells. `ended` comes once and last, whatever the cause, also when no connection was ever made. */
export interface SocketListener {
  opened(): void;
  /** A message; the bytes belong to whoever is told. */
  received(bytes: Uint8Array): void;
  /** The other side has asked whether we are there, and has been answered already. */
  pinged(): void;
  ended(reason: string): void;
}

/** A connection over which messages go both ways. */
export interface Socket {
  send(text: string): void;
  /** Ends it politely: what is under way still arrives. */
  close(): void;
  /** Ends it at once, for another side that may not be there any more. */
  terminate(): void;
}

/** Opens a connection; what becomes of it is told to the listener. */
export type OpenSocket = (url: string, listener: SocketListener) => Socket;
