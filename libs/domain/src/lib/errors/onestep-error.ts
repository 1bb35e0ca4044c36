/** Where in a file something was found; lines and columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** The facts that let a reader act: all are plain text and free of secrets. */
export interface ErrorFacts {
  /** One sentence: what cannot be done. */
  readonly what: string;
  readonly place?: Place;
  /** What was met, as it stood there. */
  readonly found?: string;
  /** What would have been accepted. */
  readonly allowed?: string;
  /** What the reader can do about it. */
  readonly hint?: string;
}

/**
 * The base of every error that Onestep throws: a stable code for programs and facts for people.
 * The message is made from the facts, on one line.
 */
export class OnestepError extends Error {
  readonly code: string;
  readonly facts: ErrorFacts;

  constructor(code: string, facts: ErrorFacts, options?: ErrorOptions) {
    super(describeFacts(facts), options);
    this.name = new.target.name;
    this.code = code;
    this.facts = facts;
  }
}

/**
 * Something that came from outside (a file, a flag, a configuration key, a strategy) is wrong.
 * An app that meets it ends with exit code 2.
 */
export class InputError extends OnestepError {}

function describeFacts({ what, place, found, allowed, hint }: ErrorFacts): string {
  const parts = [place === undefined ? what : `${describePlace(place)}: ${what}`];
  if (found !== undefined) parts.push(`found ${found}`);
  if (allowed !== undefined) parts.push(`allowed: ${allowed}`);
  const facts = parts.join('; ');
  return hint === undefined ? facts : `${facts}. ${hint}`;
}

function describePlace({ file, line, column }: Place): string {
  if (line === undefined) return file;
  return column === undefined ? `${file}:${line}` : `${file}:${line}:${column}`;
}
