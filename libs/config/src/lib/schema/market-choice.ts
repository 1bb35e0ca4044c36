import { z } from 'zod';

/** Where the bars come from: made from a seed, recorded files (paths or globs), or the exchange as they happen. */
export type MarketChoice =
  | { readonly kind: 'synthetic' }
  | { readonly kind: 'live-data' }
  | { readonly kind: 'files'; readonly files: readonly string[] };

const words = z.array(z.string().min(1)).min(1);

/** `synthetic`, `live-data`, or files; the two words stand alone. */
export const marketChoice = words.refine(isOneChoice).transform(toChoice);

function isOneChoice(choice: readonly string[]): boolean {
  return choice.length === 1 || !choice.some((word) => word === 'synthetic' || word === 'live-data');
}

function toChoice(files: readonly string[]): MarketChoice {
  const [first] = files;
  if (first === 'synthetic' || first === 'live-data') return { kind: first };
  return { kind: 'files', files };
}
