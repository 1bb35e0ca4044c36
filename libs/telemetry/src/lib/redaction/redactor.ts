import { HIDDEN, hidePatterns } from './secret-patterns.ts';

/** Below this length a "secret" would be found in every other word. */
const SHORTEST_SECRET = 4;

/** Takes secrets out of text: known values wherever they stand, others by the names they stand behind. */
export class Redactor {
  readonly #values = new Set<string>();
  #pattern: RegExp | undefined;

  /** From now on this value is hidden, also where it is escaped for an address or for JSON. */
  protect(secret: string): void {
    if (secret.length < SHORTEST_SECRET) return;
    for (const form of [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]) {
      this.#values.add(form);
    }
    const longestFirst = [...this.#values].sort((a, b) => b.length - a.length);
    this.#pattern = new RegExp(longestFirst.map(escapeForPattern).join('|'), 'g');
  }

  /** The text with `[secret]` in place of every secret. */
  redact(text: string): string {
    const unknown = this.#pattern === undefined ? text : text.replace(this.#pattern, HIDDEN);
    return hidePatterns(unknown);
  }
}

function escapeForPattern(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
