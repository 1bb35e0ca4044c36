/** Where a server of a benchmark listens. */
export function originIn(said: unknown): string {
  if (typeof said === 'object' && said !== null && 'origin' in said) return String(said.origin);
  throw new Error(`The server did not start: ${JSON.stringify(said)}`);
}
