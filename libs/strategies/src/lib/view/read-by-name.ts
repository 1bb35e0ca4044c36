import { UnknownNameError } from '../errors/unknown-name-error.ts';

/** What `console.log` of Node asks an object for. */
const INSPECT = Symbol.for('nodejs.util.inspect.custom');

/**
 * Makes a prototype refuse to be read by other names than those that are put on it. Types refuse them too, but a user's
 * file runs without a type check, and a value that is undefined would be a strategy that compares with it and never trades.
 * Shown by `console.log`, or as JSON, its objects are what they have under these names.
 *
 * All of it stands behind the prototype, where only another name comes to: reading a value costs what it cost. Objects must
 * get their own properties by definition (as fields of the class), since an assignment asks the prototypes.
 */
export function readByName(prototype: object, otherwise: string, names: readonly string[]): void {
  function shown(this: object): object {
    return Object.fromEntries(names.map((name) => [name, Reflect.get(this, name)]));
  }
  Object.setPrototypeOf(
    prototype,
    new Proxy(
      { toJSON: shown, [INSPECT]: shown },
      {
        get(target, key, receiver): unknown {
          // Whoever awaits a value asks it for `then`.
          if (typeof key === 'symbol' || key in target || key === 'then')
            return Reflect.get(target, key, receiver);
          throw new UnknownNameError(otherwise, key, names);
        },
      },
    ),
  );
}
