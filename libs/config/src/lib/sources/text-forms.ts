/** How the text of a flag or an environment variable is read before the schema sees it. */
export type TextForm = 'word' | 'words' | 'number' | 'boolean' | 'parameters' | 'strategies';

const NUMBER = /^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/**
 * Reads what was typed. Text that does not have the form stays text, so that the schema refuses it and the reader
 * sees what was found. A flag given several times comes as several texts; lists take them together.
 */
export function readText(texts: readonly string[], form: TextForm): unknown {
  switch (form) {
    case 'words':
      return items(texts);
    case 'parameters':
      return readParameters(items(texts)) ?? texts.join(',');
    case 'strategies':
      return items(texts).map(readStrategy);
    case 'number':
      return readSingle(texts, readNumber);
    case 'boolean':
      return readSingle(texts, (text) => (text === 'true' ? true : text === 'false' ? false : text));
    case 'word':
      return readSingle(texts, (text) => text);
  }
}

function readSingle(texts: readonly string[], read: (text: string) => unknown): unknown {
  const [only, ...more] = texts;
  return only === undefined || more.length > 0 ? texts : read(only.trim());
}

function readNumber(text: string): number | string {
  return NUMBER.test(text) ? Number(text) : text;
}

function items(texts: readonly string[]): string[] {
  return texts.flatMap((text) => text.split(',')).map((text) => text.trim());
}

/** `name=value`, each value a number, true, false, or a word. */
function readParameters(pairs: readonly string[]): Record<string, unknown> | undefined {
  const entries: [string, unknown][] = [];
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    if (at < 1) return undefined;
    entries.push([pair.slice(0, at).trim(), readScalar(pair.slice(at + 1).trim())]);
  }
  return Object.fromEntries(entries);
}

function readScalar(text: string): number | boolean | string {
  if (text === 'true' || text === 'false') return text === 'true';
  return readNumber(text);
}

/** `name`, or `name=allocation`; a path may hold an equals sign, so only a number behind the last one counts. */
function readStrategy(text: string): unknown {
  const at = text.lastIndexOf('=');
  const allocation = text.slice(at + 1);
  return at > 0 && NUMBER.test(allocation)
    ? { name: text.slice(0, at), allocation: Number(allocation) }
    : { name: text };
}
