import { nearestWord } from '@org/domain';
import { z } from 'zod';

/** Where the bars come from: made from a seed, recorded files (paths or globs), or the exchange as they happen. */
export type MarketChoice =
  | { readonly kind: 'synthetic' }
  | { readonly kind: 'live-data' }
  | { readonly kind: 'files'; readonly files: readonly string[] };

const WORDS = ['synthetic', 'live-data'];

const words = z.array(z.string().min(1)).min(1);

/** `synthetic`, `live-data`, or files; the two words stand alone, and a misspelt one is not taken for a file. */
export const marketChoice = words
  .refine(isOneChoice)
  .refine((choice) => !choice.some(isMisspelt))
  .transform(toChoice);

function isOneChoice(choice: readonly string[]): boolean {
  return choice.length === 1 || !choice.some((word) => WORDS.includes(word));
}

/** A file that is called nearly like one of the words has a path: `./synthetics`. */
function isMisspelt(word: string): boolean {
  return /^[\w-]+$/.test(word) && !WORDS.includes(word) && nearestWord(word, WORDS) !== undefined;
}

function toChoice(files: readonly string[]): MarketChoice {
  const [first] = files;
  if (first === 'synthetic' || first === 'live-data') return { kind: first };
  return { kind: 'files', files };
}
