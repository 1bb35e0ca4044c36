/** Line and column, both from 1, of an offset in a text. */
export function placeOf(offset: number, text: string): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

/**
 * Where an error is, read off what Node puts above its stack: the file and line, the source line, and a row of carets
 * below what is wrong. Undefined where the stack does not begin so.
 */
export function placeAbove(
  stack: string,
): { readonly source: string; readonly line: number; readonly column?: number } | undefined {
  const lines = stack.split('\n');
  const head = /^(.+):(\d+)$/.exec(lines[0] ?? '');
  const [, source, line] = head ?? [];
  if (source === undefined || line === undefined) return undefined;
  const carets = lines.find((each, index) => index > 0 && /^\s*\^+\s*$/.test(each));
  const column = carets === undefined ? {} : { column: carets.indexOf('^') + 1 };
  return { source, line: Number(line), ...column };
}
