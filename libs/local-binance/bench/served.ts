/** What the server says when it is ready. */
export interface Served {
  readonly restUrl: string;
  readonly streamUrl: string;
  readonly keys: readonly { readonly apiKey: string; readonly secret: string }[];
}

function isServed(said: unknown): said is Served {
  return typeof said === 'object' && said !== null && 'restUrl' in said && 'keys' in said;
}

/** @throws Error where it has said something else. */
export function servedBy(said: unknown): Served {
  if (isServed(said)) return said;
  throw new Error(`The server did not start: ${JSON.stringify(said)}`);
}
