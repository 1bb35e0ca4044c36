import { wholeText } from '@org/domain';

/** What every client order id of a prefix begins with: the prefix and a dash. */
export function orderIdStart(prefix: string): string {
  return `${prefix}-`;
}

/** The id under which the exchange and we know an order: what all begin with, and its number. At most 36 characters. */
export function clientOrderId(start: string, sequence: number): string {
  return start + wholeText(sequence);
}

const DASH = 45;
const DIGIT_0 = 48;

/** The number in a client order id of this prefix, or -1 when somebody else made the id; ours begin with no zero. */
export function sequenceOf(id: string, prefix: string): number {
  if (id.charCodeAt(prefix.length) !== DASH || !id.startsWith(prefix)) return -1;
  if (id.length === prefix.length + 1 || id.charCodeAt(prefix.length + 1) === DIGIT_0) return -1;
  let sequence = 0;
  for (let at = prefix.length + 1; at < id.length; at++) {
    const digit = id.charCodeAt(at) - DIGIT_0;
    if (digit < 0 || digit > 9) return -1;
    sequence = sequence * 10 + digit;
  }
  return sequence;
}
