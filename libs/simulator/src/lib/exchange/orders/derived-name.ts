const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const SIZE = LETTERS.length;
const LENGTH = 22;
/** As many letters as the largest id needs. */
const ID_LENGTH = 9;

/**
 * The client order id of an order that its owner did not name: 22 letters and digits, as the exchange makes them up. It
 * follows from the order's id, and the id from it, so that nobody has to remember it and no two orders share one. The
 * first letters are the id's digits, each mixed with the letter before; the others follow from them.
 */
export function nameOfId(id: number): string {
  let rest = id;
  let letter = 0;
  let name = '';
  for (let at = 0; at < LENGTH; at++) {
    letter = (mixed(letter, at) + (rest % SIZE)) % SIZE;
    name += LETTERS[letter]!;
    rest = at + 1 === ID_LENGTH ? 3 * (id % 0xffffff) : Math.floor(rest / SIZE);
  }
  return name;
}

/** The id that a name was derived from; null for a name that was not. */
export function idOfName(name: string): number | null {
  if (name.length !== LENGTH) return null;
  let id = 0;
  let scale = 1;
  for (let at = 0, before = 0; at < ID_LENGTH; at++, scale *= SIZE) {
    const letter = LETTERS.indexOf(name[at]!);
    if (letter === -1) return null;
    id += ((letter + SIZE - (mixed(before, at) % SIZE)) % SIZE) * scale;
    before = letter;
  }
  return Number.isSafeInteger(id) && nameOfId(id) === name ? id : null;
}

/** What a letter adds to the one behind it. */
function mixed(letter: number, at: number): number {
  return 37 * letter + 23 * at + 11;
}
