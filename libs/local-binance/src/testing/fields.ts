/** A field of what was answered; undefined where there is none. */
export function field(body: unknown, name: string): unknown {
  return typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
}

/** A field of each entry of a list that was answered. */
export function fields(body: unknown, name: string): readonly unknown[] {
  return Array.isArray(body) ? body.map((entry: unknown) => field(entry, name)) : [];
}
