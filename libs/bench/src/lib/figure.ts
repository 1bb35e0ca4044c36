/** What is measured, how it came out, and what it must be. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** Whether it must be at least or at most that, and whether a slower machine may take longer. */
  readonly bar: { readonly kind: 'atLeast' | 'atMost'; readonly value: number; readonly isScaled: boolean };
  /** What is told beside it; empty where nothing is. */
  readonly note: string;
}

/**
 * The line of a figure: `target, figure, met|missed`.
 *
 * @param slowness how many times longer this machine takes than the one that the targets are written for
 */
export function lineOf(figure: Figure, slowness: number): string {
  const { name, value, unit, bar, note } = figure;
  const words = bar.kind === 'atLeast' ? 'at least' : 'at most';
  const told = `${name}: ${words} ${written(limitOf(bar, slowness))} ${unit}, ${written(value)} ${unit}`;
  return `${told}, ${isMet(figure, slowness) ? 'met' : 'missed'}${note === '' ? '' : ` (${note})`}`;
}

/** Whether it is what it must be, on a machine that is `slowness` times slower; a figure that is no number is not. */
export function isMet({ value, bar }: Figure, slowness: number): boolean {
  const limit = limitOf(bar, slowness);
  return bar.kind === 'atLeast' ? value >= limit : value <= limit;
}

function limitOf({ kind, value, isScaled }: Figure['bar'], slowness: number): number {
  if (!isScaled) return value;
  return kind === 'atLeast' ? value / slowness : value * slowness;
}

/** A figure as it is told: of small ones two decimals, of large ones none. */
export function written(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 2 : 0 });
}
