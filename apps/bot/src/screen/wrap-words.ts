/** A space at which no line is broken; it comes out as any other. */
const NO_BREAK = '\u00A0';

/** Words that stand in one line wherever there is room for them. */
export function together(text: string): string {
  return text.replaceAll(' ', NO_BREAK);
}

/** Breaks a text at spaces into lines of at most `width` characters; a longer word stands whole in a line of its own. */
export function wrapWords(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map((line) => line.replaceAll(NO_BREAK, ' '));
}
