import { InputError, nearestWord } from '@org/domain';

/** A strategy read, by a name that it never gave, a value or a bar of its view. */
export class UnknownNameError extends InputError {
  constructor(what: string, found: string, names: readonly string[]) {
    const nearest = nearestWord(found, names);
    super('view-name', {
      what,
      found,
      allowed: names.length === 0 ? 'none: nothing was declared' : names.join(', '),
      ...(nearest === undefined ? {} : { hint: `Did you mean ${nearest}?` }),
    });
  }
}
