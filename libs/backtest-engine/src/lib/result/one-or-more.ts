/** A fact of the one market or strategy of a backtest, or the facts of each where there are several. */
export type OneOrMore<T> = T | readonly T[];

/** The facts as a list, however many there are. */
export function listOf<T extends object>(facts: OneOrMore<T>): readonly T[] {
  return isList(facts) ? facts : [facts];
}

/** The one fact itself, or the list where there are several. */
export function oneOrMore<T extends object>(facts: readonly T[]): OneOrMore<T> {
  const [first] = facts;
  return facts.length === 1 && first !== undefined ? first : facts;
}

function isList<T extends object>(facts: OneOrMore<T>): facts is readonly T[] {
  return Array.isArray(facts);
}
