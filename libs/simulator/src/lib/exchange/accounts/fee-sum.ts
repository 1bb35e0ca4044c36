import type { Units } from './units.ts';
import { plus } from './units.ts';

/** What has been taken of an asset in fees so far. */
export class FeeSum {
  #units: Units = 0;

  get units(): Units {
    return this.#units;
  }

  add(units: Units): void {
    this.#units = plus(this.#units, units);
  }
}
