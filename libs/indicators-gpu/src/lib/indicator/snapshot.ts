/** A number as JSON can hold it without loss: what JSON has no number for is written as a word. */
export type SavedNumber = number | 'NaN' | '-0' | 'Infinity' | '-Infinity';

/**
 * All that a stream remembers, as plain data: it survives `JSON.stringify` and `JSON.parse` bit for bit, and a
 * stream restored from it goes on exactly as the saved one would have.
 */
export interface Snapshot {
  readonly indicator: string;
  readonly options: Readonly<Record<string, number | string>>;
  /** The cells of its memory, in the order in which its parts asked for them. */
  readonly cells: readonly SavedNumber[];
}

export function saveNumber(value: number): SavedNumber {
  if (value - value === 0) return value === 0 && 1 / value < 0 ? '-0' : value;
  if (value !== value) return 'NaN';
  return value > 0 ? 'Infinity' : '-Infinity';
}

/** The number that was saved, or undefined for anything that is not a saved number. */
export function loadNumber(saved: unknown): number | undefined {
  if (typeof saved === 'number') return saved;
  if (saved === 'NaN' || saved === '-0' || saved === 'Infinity' || saved === '-Infinity')
    return Number(saved);
  return undefined;
}
