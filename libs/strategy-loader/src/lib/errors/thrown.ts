import { fileURLToPath } from 'node:url';
import type { UserFile } from '../files/user-files.ts';

/** What something that was thrown says of itself, whatever it is. */
export function factsOf(cause: unknown) {
  const facts = typeof cause === 'object' && cause !== null ? cause : {};
  const text = (name: string): string => {
    const value: unknown = Reflect.get(facts, name);
    return typeof value === 'string' ? value : '';
  };
  const name = text('name');
  const message = text('message') || String(cause);
  return {
    code: text('code'),
    message: name === '' || name === 'Error' || name === 'SyntaxError' ? message : `${name}: ${message}`,
    stack: text('stack'),
    isSyntax: name === 'SyntaxError',
  };
}

/** The uppermost frame that lies in a file of the user's. */
export function firstFrame(stack: string, files: readonly UserFile[]) {
  for (const [, source = '', line, column] of stack.matchAll(/(file:\/\/[^\s)]+?):(\d+):(\d+)/g)) {
    if (!files.some(({ path }) => path === fileURLToPath(source))) continue;
    return { source, line: Number(line), column: Number(column) };
  }
  return undefined;
}
