/** Any object will do. */
const SOMETHING = {};

/**
 * A new empty list of objects. V8 takes `[]` for a list of small integers until something else is put in, and code that it made for
 * lists of objects is thrown away at the first `[]` that it meets: where a list is empty at the beginning of each run,
 * that is all code that works with it, once a run. A list that objects have been taken from stays one of objects.
 */
export function emptyList<T extends object>(): T[];
export function emptyList(): object[] {
  return [SOMETHING].slice(1);
}
