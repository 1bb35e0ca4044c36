/** A number of JSON as it was written: with all its digits, and all its zeros. */
export class NumberText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toJSON(): string {
    return this.text;
  }
}

/** Reads JSON whose numbers are kept as they were written; undefined where it is none. */
export function parseKeepingNumbers(text: string): unknown {
  try {
    const json: unknown = JSON.parse(text, keepNumber);
    return json;
  } catch {
    return undefined;
  }
}

/** What a message calls itself, as JSON and as it was sent: a whole number, null, or a text that `texts` allows. */
export function idText(id: unknown, texts: RegExp): string | null {
  if (id === null) return 'null';
  if (id instanceof NumberText) return WHOLE.test(id.text) ? id.text : null;
  return typeof id === 'string' && texts.test(id) ? JSON.stringify(id) : null;
}

const WHOLE = /^-?\d{1,20}$/;

function keepNumber(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  return typeof value === 'number' ? new NumberText(context?.source ?? String(value)) : value;
}
