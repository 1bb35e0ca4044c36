import { OptionError } from '../../errors/option-error.ts';
import type { LooseOptions } from '../../indicator/option.ts';
import type { Row } from '../../indicator/row.ts';

type Value = number | string;

/** Options of an indicator, each one value or a list. */
export type ParameterLists = Readonly<Record<string, Value | readonly Value[] | undefined>>;

/** Complete options, inside their ranges. */
export type ParameterSet = Readonly<Record<string, Value>>;

/** All combinations of some lists. Made by `grid`. */
export class Grid {
  readonly lists: ParameterLists;

  constructor(lists: ParameterLists) {
    this.lists = lists;
  }
}

/**
 * Asks for every combination of the lists instead of their first, second, third … values together. Combinations that
 * the indicator refuses, such as a fast average that is not below the slow, are left out.
 *
 * @example
 * import { grid } from '@org/indicators-gpu';
 * const options = grid({ fast: [5, 10, 20], slow: [10, 20, 50], signal: 9 });
 */
export function grid(lists: ParameterLists): Grid {
  return new Grid(lists);
}

/**
 * The sets that a request asks for, completed with the defaults: lists are zipped, single values stand in every set.
 * @throws OptionError for a value that is refused (in a grid it is left out), an unknown option, lists of different
 * length, or when nothing is left.
 */
export function parameterSets(row: Row, options: ParameterLists | Grid = {}): readonly ParameterSet[] {
  const sets = options instanceof Grid ? accepted(row, product(options.lists)) : zipped(row, options);
  if (sets.length > 0) return sets;
  throw new OptionError(row.name, 'all of them', {
    got: 'no set of parameters that goes together',
    allowed: 'at least one',
  });
}

function zipped(row: Row, lists: ParameterLists): ParameterSet[] {
  const lengths = Object.values(lists).flatMap((list) => (isList(list) ? [list.length] : []));
  const count = lengths[0] ?? 1;
  for (const [name, list] of Object.entries(lists)) {
    if (!isList(list) || list.length === count) continue;
    throw new OptionError(row.name, name, {
      got: `a list of ${list.length}`,
      allowed: `a list of ${count}, as long as the other lists`,
      hint: 'Use grid(…) for all combinations.',
    });
  }
  return Array.from({ length: count }, (_, at) => row.complete(pick(lists, at)));
}

function pick(lists: ParameterLists, at: number): LooseOptions {
  return Object.fromEntries(
    Object.entries(lists).map(([name, list]) => [name, isList(list) ? list[at] : list]),
  );
}

function product(lists: ParameterLists): LooseOptions[] {
  let combinations: LooseOptions[] = [{}];
  for (const [name, list] of Object.entries(lists)) {
    const values = isList(list) ? list : [list];
    combinations = combinations.flatMap((set) => values.map((value) => ({ ...set, [name]: value })));
  }
  return combinations;
}

function accepted(row: Row, combinations: readonly LooseOptions[]): ParameterSet[] {
  const known = new Set(row.options.map((option) => option.name));
  return combinations.flatMap((set) => {
    // A misspelt name is no combination to be left out.
    if (Object.keys(set).some((name) => !known.has(name))) return [row.complete(set)];
    try {
      return [row.complete(set)];
    } catch (error) {
      if (error instanceof OptionError) return [];
      throw error;
    }
  });
}

function isList(list: Value | readonly Value[] | undefined): list is readonly Value[] {
  return Array.isArray(list);
}
