/**
 * How long streams may say nothing, in ms, before something must be wrong. Bars and books of markets that are traded change
 * all the time; on the others trades may be far apart. Infinity for what may rest for ever.
 */
export interface Silences {
  readonly candlesMs: number;
  readonly tradesMs: number;
  readonly bookMs: number;
  readonly tickerMs: number;
}

/** The exchange tells bars every 2 s and books ten times a second, where something changes. */
export const DEFAULT_SILENCES: Silences = {
  candlesMs: 60_000,
  tradesMs: 300_000,
  bookMs: 30_000,
  tickerMs: 60_000,
};
