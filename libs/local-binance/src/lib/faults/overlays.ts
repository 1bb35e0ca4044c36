/** A change that lies over a value for a while. */
export interface Overlay<Value> {
  /** The value as it is before the first of its overlays. */
  readonly bare: Value;
  readonly change: (before: Value) => Value;
  /** Makes the value what it comes to. */
  readonly apply: (after: Value) => void;
}

interface Changed<Value> {
  readonly bare: Value;
  changes: readonly ((before: Value) => Value)[];
}

/**
 * Values, each known by a name, and the changes that lie over them. A change is taken away in whatever order: what is
 * left is the bare value under the changes that remain, the oldest at the bottom.
 */
export class Overlays<Value> {
  readonly #changed = new Map<string, Changed<Value>>();

  /** Lays a change over a value. Gives what takes it away. A change that cannot be made is not there. */
  lay(name: string, { bare, change, apply }: Overlay<Value>): () => void {
    const value = this.#changed.get(name) ?? { bare, changes: [] };
    this.#changed.set(name, value);
    const layer = (before: Value): Value => change(before);
    const settle = (): void => apply(value.changes.reduce((before, next) => next(before), value.bare));
    const lift = (): void => {
      value.changes = value.changes.filter((other) => other !== layer);
      if (value.changes.length === 0) this.#changed.delete(name);
    };
    value.changes = [...value.changes, layer];
    try {
      settle();
    } catch (error) {
      lift();
      throw error;
    }
    return () => {
      lift();
      settle();
    };
  }
}
