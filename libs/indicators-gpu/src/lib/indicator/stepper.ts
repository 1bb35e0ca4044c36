/**
 * One bar further, as an object. An engine sees through the methods of up to four classes at one place, but never
 * through functions that change from stream to stream: so what is streamed most is a class, and costs half as much.
 */
export interface Stepper<T> {
  /** Takes the inputs in their order, all finite. */
  next(...values: number[]): T;
}

/** The step of an indicator, as it is written down: a function, or an object where speed counts. */
export type Step<T> = ((...values: number[]) => T) | Stepper<T>;

export function stepperOf<T>(step: Step<T>): Stepper<T> {
  return typeof step === 'function' ? new FunctionStepper(step) : step;
}

class FunctionStepper<T> implements Stepper<T> {
  readonly #step: (...values: number[]) => T;

  constructor(step: (...values: number[]) => T) {
    this.#step = step;
  }

  next(a = 0, b = 0, c = 0, d = 0, e = 0): T {
    return this.#step(a, b, c, d, e);
  }
}

/** Writes the only output into the lines, for loops that do not know how many there are. */
export class LineStepper implements Stepper<void> {
  readonly #step: Stepper<number>;
  readonly #lines: number[];

  constructor(step: Stepper<number>, lines: number[]) {
    this.#step = step;
    this.#lines = lines;
  }

  next(a = 0, b = 0, c = 0, d = 0, e = 0): void {
    this.#lines[0] = this.#step.next(a, b, c, d, e);
  }
}
