import { InputError, nearestWord } from '@org/domain';
import { listedBy } from './listed-by.ts';

/**
 * Refuses words that belong to no flag: a command that does not exist, or what is left of a value with spaces.
 *
 * @throws InputError `command-unknown`, `words-unexpected`.
 */
export function refuseWords(
  words: readonly string[],
  args: readonly string[],
  commands: readonly string[],
): void {
  const [word] = words;
  if (word === undefined) return;
  if (word !== args[0]) {
    throw new InputError('words-unexpected', {
      what: 'these words belong to no flag',
      found: words.join(' '),
      allowed: 'flags with their values; a value with spaces stands in quotes',
      hint: listedBy('run'),
    });
  }
  const nearest = nearestWord(word, commands);
  throw new InputError('command-unknown', {
    what: 'there is no such command',
    found: word,
    allowed: commands.join(', '),
    hint: nearest === undefined ? listedBy('run') : `Did you mean ${nearest}?`,
  });
}
