import { InputError } from '@org/domain';

/**
 * Columns for runs that follow each other, such as those of a search. Memory that nobody has touched is dear, about as dear as
 * computing what goes into it, so a run writes where the one before it has written: what that one gave holds until then.
 */
export class RunMemory {
  private free: ArrayBuffer[] = [];
  private taken: ArrayBuffer[] = [];
  private isInUse = false;

  /**
   * From now on what an earlier run has taken may be written over; what it had no use for is forgotten.
   *
   * @throws InputError `memory-in-use` while another run writes into it.
   */
  beginRun(): void {
    if (this.isInUse) throw memoryInUse();
    this.isInUse = true;
    this.free = this.taken;
    this.taken = [];
  }

  /** The run has ended, well or not. */
  endRun(): void {
    this.isInUse = false;
  }

  /** A column whose values are anything: all of them are to be written. */
  take(length: number): Float64Array {
    const bytes = length * Float64Array.BYTES_PER_ELEMENT;
    // Runs over the same bars with other warm-ups differ in length by little.
    const fitting = this.free.findLastIndex(
      ({ byteLength }) => byteLength >= bytes && byteLength <= 2 * bytes,
    );
    const [memory = new ArrayBuffer(bytes)] = fitting === -1 ? [] : this.free.splice(fitting, 1);
    this.taken.push(memory);
    return new Float64Array(memory, 0, length);
  }
}

function memoryInUse(): InputError {
  return new InputError('memory-in-use', {
    what: 'the memory of a run',
    found: 'another run that writes into it',
    allowed: 'runs one after the other',
    hint: 'Give runs that are under way at the same time a RunMemory each, or none.',
  });
}
