import { drawnBars } from './sample-market.ts';

/** Pixels from bar to bar. */
const step = 5.6;

/** A rectangle of the picture with a scale of its own. */
export interface Panel {
  readonly top: number;
  readonly height: number;
  readonly lowest: number;
  readonly highest: number;
}

/** The panel that shows all of the values; a flat line stands in the middle of it. */
export function panelFor(top: number, height: number, values: Iterable<number>): Panel {
  let [lowest, highest] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
  }
  if (lowest > highest) return { top, height, lowest: -1, highest: 1 };
  const margin = (highest - lowest) * 0.05 || Math.abs(highest) * 0.1 || 1;
  return { top, height, lowest: lowest - margin, highest: highest + margin };
}

export const width = Math.ceil(drawnBars * step) + 70;

export const xOf = (bar: number): string => rounded(8 + bar * step);

export function yOf({ top, height, lowest, highest }: Panel, value: number): string {
  return rounded(top + ((highest - value) / (highest - lowest)) * height);
}

/** A tenth of a pixel is as much as one sees. */
const rounded = (pixels: number): string => String(Math.round(pixels * 10) / 10);
