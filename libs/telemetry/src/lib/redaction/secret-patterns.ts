/** Names behind which secrets stand, in fields, headers, addresses and JSON; each is looked for once a word. */
const NAMES =
  '(?<![\\w.-])[\\w.-]*(?:api[-_]?key|secret|passw(?:or)?d|passphrase|private[-_]?key|token|signature|authorization|cookie|listen[-_]?key|credential)[\\w.-]*';

const NAME = new RegExp(`^${NAMES}$`, 'i');

/** Secrets that can be told by what stands around them; `$1` and `$2` are kept. */
const PATTERNS = [
  /(-----BEGIN [A-Z ]*PRIVATE KEY-----)[^]*?(-----END [A-Z ]*PRIVATE KEY-----|$)/g,
  /(:\/\/)[^/\s@]+(@)/g,
  new RegExp(`(${NAMES}=)(?!\\[secret\\])[^&\\s"',;]+()`, 'gi'),
  new RegExp(`(["']${NAMES}["']\\s*:\\s*["'])(?:[^"'\\\\]|\\\\.)*(["'])`, 'gi'),
  new RegExp(`(${NAMES}: )(?:(?:bearer|basic) )?(?!\\[secret\\])[^\\s"',;]+()`, 'gi'),
];

export const HIDDEN = '[secret]';

/** Whether a field of this name is hidden whatever it holds. */
export function isSecretName(name: string): boolean {
  return NAME.test(name);
}

/** A text without the secrets that stand where secrets stand. */
export function hidePatterns(text: string): string {
  return PATTERNS.reduce((hidden, pattern) => hidden.replace(pattern, `$1${HIDDEN}$2`), text);
}
