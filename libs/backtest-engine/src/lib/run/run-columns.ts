/** Memory of the columns of the run that ended last. */
let spare: ArrayBuffer[] = [];

/**
 * The columns that the indicators of one run are computed into. Memory that nobody has touched is dear, about as dear as
 * the computing, so a run writes into what the one before it is done with. A run must not give back what anybody still
 * reads; one that never gives anything back, because it failed, costs the next one new memory.
 */
export class RunColumns {
  private taken: ArrayBuffer[] = [];

  /** A column whose values are anything: all of them are to be written. */
  take(length: number): Float64Array {
    const bytes = length * Float64Array.BYTES_PER_ELEMENT;
    // Runs over the same bars with other warm-ups differ in length by little.
    const fitting = spare.findLastIndex(({ byteLength }) => byteLength >= bytes && byteLength <= 2 * bytes);
    const [memory = new ArrayBuffer(bytes)] = fitting === -1 ? [] : spare.splice(fitting, 1);
    this.taken.push(memory);
    return new Float64Array(memory, 0, length);
  }

  /** Leaves the columns to the next run, and forgets those of earlier runs that this one had no use for. */
  giveBack(): void {
    spare = this.taken;
    this.taken = [];
  }
}
