import { SnapshotError } from '../errors/snapshot-error.ts';
import type { Place } from './slab.ts';
import type { Program } from './program.ts';
import type { Snapshot } from './snapshot.ts';

/** What every stream can do beside taking the next bar. */
export interface StreamControl {
  /** All that the stream remembers, as plain data fit for JSON. */
  snapshot(): Snapshot;
  /**
   * Goes on from where the snapshot was taken.
   * @throws SnapshotError when it was taken from another indicator or with other options; the stream is as new then.
   */
  restore(saved: Snapshot): void;
  /** Forgets everything, as if the next bar were the first. */
  reset(): void;
}

/**
 * An indicator at work, and its guard against holes.
 *
 * A bar with a value that is not finite is a hole: it has no outputs and the indicator begins anew, as if the next
 * bar were the first. So a window is exact again as soon as it is full of clean bars, and an average that never forgets
 * does not stay NaN for ever.
 *
 * Each kind of stream writes out how its step is entered: an engine optimises every place in the source by what passes
 * there, and what all kinds shared would be slow for all.
 */
export abstract class Live<S> implements StreamControl {
  protected readonly program: Program<S>;
  protected isBlank = true;
  protected readonly cells: Float64Array;
  protected readonly at: number;

  constructor(program: Program<S>) {
    const { cells, at } = program.memory.begin();
    this.program = program;
    this.cells = cells;
    this.at = at;
  }

  snapshot(): Snapshot {
    const { indicator, options, memory } = this.program;
    return { indicator, options: { ...options }, cells: memory.save(this.#place()) };
  }

  restore(saved: Snapshot): void {
    const { indicator, options, memory } = this.program;
    this.reset();
    const { cells } = readSnapshot(saved, indicator, options);
    if (!memory.load(cells, this.#place())) {
      throw new SnapshotError(indicator, {
        got: 'cells that do not fit',
        allowed: 'the cells of a snapshot of this version',
      });
    }
    this.isBlank = false;
  }

  reset(): void {
    if (this.isBlank) return;
    this.program.memory.forget(this.#place());
    this.isBlank = true;
  }

  #place(): Place {
    return { cells: this.cells, at: this.at };
  }
}

/** What claims to be a snapshot may be anything: it comes from a file or a database, which may order the options anew. */
function readSnapshot(
  saved: unknown,
  indicator: string,
  options: Snapshot['options'],
): { readonly cells?: unknown } {
  const taken: Claim = typeof saved === 'object' && saved !== null ? saved : {};
  if (taken.indicator !== indicator) {
    const got = `one of ${String(taken.indicator)}`;
    throw new SnapshotError(indicator, { got, allowed: `one of ${indicator}` });
  }
  const given = new Map<string, unknown>(Object.entries(taken.options ?? {}));
  const names = Object.keys(options);
  if (given.size === names.length && names.every((name) => given.get(name) === options[name])) return taken;
  const [got, allowed] = [JSON.stringify(taken.options), JSON.stringify(options)];
  throw new SnapshotError(indicator, { got: `options ${got}`, allowed });
}

/** The parts of what claims to be a snapshot. */
type Claim = { readonly [Part in keyof Snapshot]?: unknown };
