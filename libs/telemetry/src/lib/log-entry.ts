import type { Fields, LogLevel } from './logger.ts';

/** A line before it is written: plain data, free of secrets. */
export interface LogEntry {
  readonly level: LogLevel;
  readonly message: string;
  /** Milliseconds UTC. */
  readonly timeMs: number;
  readonly fields: Fields;
}
