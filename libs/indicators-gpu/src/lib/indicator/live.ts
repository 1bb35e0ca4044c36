import { SnapshotError } from '../errors/snapshot-error.ts';
import { readField } from './bar.ts';
import type { LooseBar } from './bar.ts';
import type { Fields } from './engine.ts';
import { Memory } from './memory.ts';
import type { Snapshot } from './snapshot.ts';
import type { Stepper } from './stepper.ts';

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

/** How an indicator with chosen options is begun: with an empty memory, as often as wanted. */
export interface Opening<T> {
  readonly indicator: string;
  readonly options: Readonly<Record<string, number | string>>;
  readonly fields: Fields;
  readonly outputs: readonly string[];
  /** Several outputs are written into the lines, in their order; a single one may be returned. */
  open(memory: Memory, lines: number[]): Stepper<T>;
}

/**
 * An indicator at work, and its guard against holes.
 *
 * A bar with a value that is not finite is a hole: it has no outputs and the indicator is opened anew, as if the next
 * bar were the first. So a window is exact again as soon as it is full of clean bars, and an average that never forgets
 * does not stay NaN for ever.
 */
export abstract class Live<T> implements StreamControl {
  protected step: Stepper<T>;
  protected isBlank = true;
  protected readonly lines: number[];
  readonly #opening: Opening<T>;
  readonly #fields: Fields;
  #memory: Memory;

  constructor(opening: Opening<T>) {
    this.#opening = opening;
    this.#fields = opening.fields;
    this.#memory = new Memory();
    this.lines = new Array<number>(opening.outputs.length).fill(NaN);
    this.step = opening.open(this.#memory, this.lines);
  }

  snapshot(): Snapshot {
    const { indicator, options } = this.#opening;
    return { indicator, options, parts: this.#memory.save() };
  }

  restore(saved: Snapshot): void {
    this.reset();
    checkOrigin(this.#opening, saved);
    this.isBlank = false;
    if (this.#memory.load(saved.parts)) return;
    this.reset();
    throw new SnapshotError(this.#opening.indicator, {
      got: 'parts that do not fit',
      allowed: 'the parts of a snapshot of this version',
    });
  }

  reset(): void {
    if (this.isBlank) return;
    this.#memory = new Memory();
    this.lines.fill(NaN);
    this.step = this.#opening.open(this.#memory, this.lines);
    this.isBlank = true;
  }

  /** Reads the fields of a bar that the indicator needs, and takes them; undefined at a hole. */
  protected take(bar: LooseBar): T | undefined {
    const [first, second, third, fourth, fifth] = this.#fields;
    const a = readField(bar, first);
    if (second === undefined) return this.accepts(a - a) ? this.step.next(a) : undefined;
    const b = readField(bar, second);
    if (third === undefined) return this.accepts(a - a + (b - b)) ? this.step.next(a, b) : undefined;
    const c = readField(bar, third);
    const gap = a - a + (b - b) + (c - c);
    if (fourth === undefined) return this.accepts(gap) ? this.step.next(a, b, c) : undefined;
    const d = readField(bar, fourth);
    const e = fifth === undefined ? 0 : readField(bar, fifth);
    return this.accepts(gap + (d - d) + (e - e)) ? this.step.next(a, b, c, d, e) : undefined;
  }

  /** Whether the step may take what comes: `gap` is zero where it is finite, and NaN at a hole. */
  protected accepts(gap: number): boolean {
    if (gap === 0) {
      this.isBlank = false;
      return true;
    }
    this.reset();
    return false;
  }
}

function checkOrigin({ indicator, options }: Opening<unknown>, saved: Snapshot): void {
  if (saved.indicator !== indicator) {
    const got = `one of ${String(saved.indicator)}`;
    throw new SnapshotError(indicator, { got, allowed: `one of ${indicator}` });
  }
  const [got, allowed] = [JSON.stringify(saved.options), JSON.stringify(options)];
  if (got !== allowed) throw new SnapshotError(indicator, { got: `options ${got}`, allowed });
}
