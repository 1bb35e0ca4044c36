import type { StrategyFacts } from '@org/domain';
import { readByName } from './read-by-name.ts';
import type { IndicatorRow } from './strategy-view.ts';

type Seen = StrategyFacts['candles'];

/** Where the values of one indicator stand. */
export interface Placement {
  /** The name that the strategy gave it. */
  readonly name: string;
  /** Which of the strategy's candle inputs brings it. */
  readonly candle: number;
  /** Its outputs, each with the index of its newest value among the values of the bar; older ones follow. */
  readonly outputs: readonly { readonly name: string; readonly address: number }[];
}

/** Makes a strategy's `now`, `before` and `ago(bars)`; each indicator is a getter, put on the class once a strategy. */
export type RowClass<X> = new (seen: Seen, age: number) => IndicatorRow<X>;

// Keys that no indicator's name can meet.
const SEEN = Symbol('seen');
const AGE = Symbol('age');

/** A constant of our own: the global one is a property, and makes an object of every number that stands beside it. */
const MISSING = NaN;

/**
 * A function for what most strategies never meet: where the engine has not seen the call it need not join its result to the
 * other one, and so knows at the next value what it has learned at this one.
 */
function noBarYet(): number {
  return MISSING;
}

/** The values of one moment. */
interface ValueRow {
  readonly [SEEN]: Seen;
  readonly [AGE]: number;
}

type AnyRowClass = new (seen: Seen, age: number) => ValueRow;

/** Classes by what they read: sessions alike share theirs, so that the engine learns its shape but once. */
const made = new Map<string, AnyRowClass>();

export function valueRowClass<X>(placements: readonly Placement[]): RowClass<X>;
export function valueRowClass(placements: readonly Placement[]): new (seen: Seen, age: number) => object {
  const shape = JSON.stringify(placements);
  const known = made.get(shape);
  if (known !== undefined) return known;
  const Row = emptyRowClass('a strategy reads an indicator that it has not declared', placements);
  for (const { name, candle, outputs } of placements) {
    const [only, ...others] = outputs;
    if (only !== undefined && others.length === 0) defineNumber(Row, name, candle, only.address);
    else defineGroup(Row, name, candle, outputs);
  }
  made.set(shape, Row);
  return Row;
}

/** A class of its own each time, and no subclass: objects of derived classes take several times as long to make. */
function emptyRowClass(otherwise: string, named: readonly { readonly name: string }[]): AnyRowClass {
  const Row = class implements ValueRow {
    readonly [SEEN]: Seen;
    readonly [AGE]: number;

    constructor(seen: Seen, age: number) {
      this[SEEN] = seen;
      this[AGE] = age;
    }
  };
  readByName(
    Row.prototype,
    otherwise,
    named.map(({ name }) => name),
  );
  return Row;
}

function defineNumber(Row: AnyRowClass, name: string, candle: number, address: number): void {
  Object.defineProperty(Row.prototype, name, {
    enumerable: true,
    get(this: ValueRow): number {
      // With `?.` the engine makes an object of the number: a value then costs three times as much.
      const bar = this[SEEN][candle];
      if (bar === null || bar === undefined) return noBarYet();
      return bar.values.at(address + this[AGE]) ?? MISSING;
    },
  });
}

function defineGroup(Row: AnyRowClass, name: string, candle: number, outputs: Placement['outputs']): void {
  const Group = emptyRowClass(`indicator ${name} has no such output`, outputs);
  for (const output of outputs) defineNumber(Group, output.name, candle, output.address);
  Object.defineProperty(Row.prototype, name, {
    enumerable: true,
    get(this: ValueRow): ValueRow {
      return new Group(this[SEEN], this[AGE]);
    },
  });
}
