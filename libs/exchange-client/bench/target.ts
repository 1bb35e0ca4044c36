/** What is measured, how it came out, and what it must be. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** Whether it must be at least or at most that, and whether a slower machine may take longer. */
  readonly bar: { readonly kind: 'atLeast' | 'atMost'; readonly value: number; readonly isScaled: boolean };
  /** What is told beside it. */
  readonly note: string;
}

/** A line of a figure: `target, figure, met|missed`. `slowness` is how many times slower the machine is than the yardstick's. */
export function lineOf({ name, value, unit, bar, note }: Figure, slowness: number): string {
  const isMet = meets(value, bar, slowness);
  const words = bar.kind === 'atLeast' ? 'at least' : 'at most';
  const told = `${name}: ${words} ${written(limitOf(bar, slowness))} ${unit}, ${written(value)} ${unit}`;
  return `${told}, ${isMet ? 'met' : 'missed'}${note === '' ? '' : ` (${note})`}`;
}

export function isMet({ value, bar }: Figure, slowness: number): boolean {
  return meets(value, bar, slowness);
}

function meets(value: number, bar: Figure['bar'], slowness: number): boolean {
  const limit = limitOf(bar, slowness);
  return bar.kind === 'atLeast' ? value >= limit : value <= limit;
}

function limitOf({ kind, value, isScaled }: Figure['bar'], slowness: number): number {
  if (!isScaled) return value;
  return kind === 'atLeast' ? value / slowness : value * slowness;
}

function written(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 2 : 0 });
}
