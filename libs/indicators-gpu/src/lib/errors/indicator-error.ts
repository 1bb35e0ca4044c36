/** The facts of a refused call: what came in, what would have been fine, and what to do about it. */
export interface ErrorFacts {
  readonly got: string;
  readonly allowed: string;
  readonly hint?: string;
}

/**
 * The root of everything this library throws. A caller that only wants to tell "my input was wrong" from a bug
 * catches this class; `code` is stable and fit for a `switch`.
 */
export class IndicatorError extends Error {
  readonly code: string;
  readonly got: string;
  readonly allowed: string;
  readonly hint: string | undefined;

  constructor(code: string, subject: string, facts: ErrorFacts) {
    const hint = facts.hint === undefined ? '' : ` ${facts.hint}`;
    super(`${subject}: got ${facts.got}; allowed is ${facts.allowed}.${hint}`);
    this.name = new.target.name;
    this.code = code;
    this.got = facts.got;
    this.allowed = facts.allowed;
    this.hint = facts.hint;
  }
}
