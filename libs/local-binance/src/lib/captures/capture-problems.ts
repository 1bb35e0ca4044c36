import type { Place } from '@org/domain';

/** Something in a capture that cannot be used. */
export interface CaptureProblem {
  readonly place: Place;
  readonly what: string;
}

/** How many are told one by one; all are counted. */
const TOLD = 20;

/** What was wrong with the lines of a capture, counted, and the first of it kept. */
export class CaptureProblems {
  readonly #first: CaptureProblem[] = [];
  #count = 0;

  add(problem: CaptureProblem): void {
    this.#count++;
    if (this.#first.length < TOLD) this.#first.push(problem);
  }

  get count(): number {
    return this.#count;
  }

  get first(): readonly CaptureProblem[] {
    return this.#first;
  }
}
