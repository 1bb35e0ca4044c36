import { hasPassed } from './has-passed.ts';

/** Lets one of many like it pass in each minute. */
export class FloodGate {
  readonly #passed = new Map<string, number>();
  readonly #everyMs: number;

  constructor(everyMs: number) {
    this.#everyMs = everyMs;
  }

  /** `flood` names what is alike; null is never like anything before. */
  passes(flood: string | null, nowMs: number): boolean {
    if (flood === null) return true;
    if (!hasPassed(this.#everyMs, this.#passed.get(flood) ?? -Infinity, nowMs)) return false;
    this.#passed.set(flood, nowMs);
    return true;
  }
}
