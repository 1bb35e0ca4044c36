import type { ContractVenue, Situation } from './scene.ts';

/** One promise that every venue keeps. */
export interface ContractRule {
  readonly name: string;
  readonly situation: Situation;
  /** What the venue answers. */
  readonly ask: (venue: ContractVenue) => Promise<unknown>;
  /** The part of the answer that is promised: objects by their named fields, arrays whole. */
  readonly answer: unknown;
}

/** Whether all that is promised is found. */
export function keeps(found: unknown, promised: unknown): boolean {
  if (promised instanceof AnyNumber) return typeof found === 'number';
  if (Array.isArray(promised))
    return (
      Array.isArray(found) &&
      found.length === promised.length &&
      promised.every((entry: unknown, index) => keeps(found[index], entry))
    );
  if (typeof promised !== 'object' || promised === null) return Object.is(found, promised);
  if (typeof found !== 'object' || found === null) return false;
  return Object.entries(promised).every(([name, value]) => keeps(Reflect.get(found, name), value));
}

class AnyNumber {}

/** In a promise: some number, such as a code of the venue's own. */
export const SOME_NUMBER: unknown = new AnyNumber();
