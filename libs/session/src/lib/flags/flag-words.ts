/**
 * What the list of flags says of one: its meaning, and its default as one would type it (commander, whose
 * `optionDescription` this is, shows the text `"7"` and the list `["synthetic"]`).
 */
export function flagWords({ description, defaultValue }: FlagFacts): string {
  return defaultValue === undefined ? description : `${description} (default: ${typed(defaultValue)})`;
}

interface FlagFacts {
  readonly description: string;
  readonly defaultValue?: unknown;
}

function typed(value: unknown): string {
  return Array.isArray(value) ? value.map(String).join(' ') : String(value);
}
