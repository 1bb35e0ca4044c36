/** What a log line says beside its message; anything may be in it. */
export type Fields = Readonly<Record<string, unknown>>;

/** Where events are told to whoever operates the system. Telling never fails and never waits. */
export interface Logger {
  debug(message: string, fields?: Fields): void;
  info(message: string, fields?: Fields): void;
  warn(message: string, fields?: Fields): void;
  error(message: string, fields?: Fields): void;
}

/** How urgent a line is, most urgent first. */
export const LOG_LEVELS = ['error', 'warn', 'info', 'debug'] as const;

/** How urgent a line is. */
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Tells nobody: for what needs a logger where none is wanted. */
export const silentLogger: Logger = Object.freeze({
  debug: ignore,
  info: ignore,
  warn: ignore,
  error: ignore,
});

function ignore(): void {
  return undefined;
}
