import { InputError, nearestWord } from '@org/domain';

/**
 * A strategy file is not type checked when it runs: a word that is misspelt would be none at all, and the order that it
 * should shape another one.
 *
 * @param maker the function whose words these are
 * @throws InputError `strategy-decision` for a word that is none of `known`.
 */
export function refuseUnknownWords(maker: string, words: object, known: ReadonlySet<string>): void {
  // Some nanoseconds: every order of a strategy passes here.
  for (const word in words) if (!known.has(word)) throw unknownWord(maker, word, [...known]);
}

function unknownWord(maker: string, word: string, known: readonly string[]): InputError {
  const nearest = nearestWord(word, known);
  return new InputError('strategy-decision', {
    what: `${maker} has no such word`,
    found: word,
    allowed: known.join(', '),
    ...(nearest === undefined ? {} : { hint: `Did you mean ${nearest}?` }),
  });
}
