/** What is in the names behind which secrets stand, in fields, headers, addresses and JSON. */
const TELLING =
  'api[-_]?key|secret|passw(?:or)?d|passphrase|private[-_]?key|token|signature|authorization|cookie|listen[-_]?key|credential';

/** Such a name. A word is looked through once, and then taken as a whole: no text takes long, however it is made. */
const NAME = `(?<![\\w.-])(?=[\\w.-]*?(?:${TELLING}))(?=(?<name>[\\w.-]+))\\k<name>`;

const WHOLE_NAME = new RegExp(`^${NAME}$`, 'i');

/** Between a name and its secret: `a=`, `a: `, `"a": `, the same inside of a text of JSON, `a%3D`. */
const BETWEEN = '(?:\\\\*["\'])?[ \\t]*(?:[:=]|%3[ad])[ \\t]*';

/** Secrets that can be told by what stands around them, which is kept. */
const PATTERNS = [
  /(?<before>-----BEGIN [A-Z ]*PRIVATE KEY-----)[^]*?(?<after>-----END [A-Z ]*PRIVATE KEY-----|$)/g,
  /(?<before>:\/\/)[^/\s@]+(?<after>@)/g,
  new RegExp(
    `(?<before>${NAME}${BETWEEN}\\\\*["'])(?!\\[secret\\])(?:[^"'\\\\]|\\\\.)*(?<after>["']|$)`,
    'gi',
  ),
  new RegExp(
    `(?<before>${NAME}${BETWEEN})(?:(?:bearer|basic) )?(?!\\[secret\\])[^&\\s"',;{}[\\]\\\\]+(?<after>)`,
    'gi',
  ),
];

export const HIDDEN = '[secret]';

/** Whether a field of this name is hidden whatever it holds. */
export function isSecretName(name: string): boolean {
  return WHOLE_NAME.test(name);
}

/** A text without the secrets that stand where secrets stand. */
export function hidePatterns(text: string): string {
  return PATTERNS.reduce((hidden, pattern) => hidden.replace(pattern, `$<before>${HIDDEN}$<after>`), text);
}
