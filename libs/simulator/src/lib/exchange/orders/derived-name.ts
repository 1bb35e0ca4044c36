const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const SIZE = 62;
const LENGTH = 22;
/** As many letters as the largest id needs. */
const ID_LENGTH = 9;
/** An id is taken apart in two, for whole numbers of 32 bits divide many times faster than doubles. */
const LOW_LENGTH = 5;
const LOW_SIZE = 916_132_832;

const CODES = Uint8Array.from(LETTERS, (letter) => letter.charCodeAt(0));
/** The name that is being made, letter by letter. */
const codes = new Array<number>(LENGTH).fill(0);

/**
 * The client order id of an order that its owner did not name: 22 letters and digits, as the exchange makes them up. It
 * follows from the order's id, and the id from it, so that nobody has to remember it and no two orders share one. The
 * first letters are the id's digits, each mixed with the letter before; the others follow from them.
 */
export function nameOfId(id: number): string {
  let letter = spell(id % LOW_SIZE, 0, 0, LOW_LENGTH);
  letter = spell(Math.floor(id / LOW_SIZE), letter, LOW_LENGTH, ID_LENGTH);
  spell(3 * (id % 0xffffff), letter, ID_LENGTH, LENGTH);
  return String.fromCharCode(...codes);
}

/** Writes the digits of a number below 2^31, the lowest first, behind a letter. Gives the last that it has written. */
function spell(number: number, before: number, from: number, to: number): number {
  let rest = number | 0;
  let letter = before;
  for (let at = from; at < to; at++) {
    const next = (rest / SIZE) | 0;
    letter = (mixed(letter, at) + rest - next * SIZE) % SIZE;
    codes[at] = CODES[letter]!;
    rest = next;
  }
  return letter;
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
