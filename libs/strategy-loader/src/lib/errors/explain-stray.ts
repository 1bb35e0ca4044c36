import { fileURLToPath } from 'node:url';
import { InputError } from '@org/domain';
import { loadedFiles } from '../files/import-user-file.ts';
import { shortest } from '../files/shortest.ts';
import type { UserFile } from '../files/user-files.ts';
import { factsOf, firstFrame } from './thrown.ts';

/**
 * Says of an error that nobody caught where in a user's file it came from: a promise that was let go, or a timer. What
 * no user's file had a part in comes back as it is. Paths below `cwd` are shown from there.
 */
export function explainStray(
  error: unknown,
  cwd: string,
  files: readonly UserFile[] = loadedFiles(),
): unknown {
  const { message, stack } = factsOf(error);
  if (error instanceof InputError) {
    const { place, ...facts } = error.facts;
    if (place === undefined) return error;
    const shown = { ...place, file: shortest(place.file, cwd) };
    return new InputError(error.code, { ...facts, place: shown }, { cause: error });
  }
  const frame = firstFrame(stack, files);
  if (frame === undefined) return error;
  const { source, ...at } = frame;
  return new InputError(
    'strategy-stray',
    {
      what: 'a strategy file does something that nobody waits for, and that fails',
      place: { file: shortest(fileURLToPath(source), cwd), ...at },
      found: message,
      hint: 'A strategy decides at once, by what it is given: it lets no promise go and sets no timer of its own.',
    },
    { cause: error },
  );
}
