import type { Decimal } from '@org/domain';
import { parseDecimal } from '@org/domain';
import { illegal } from './illegal.ts';
import type { Reader } from './parameter.ts';

const PLAIN = /^([0-9]{1,20})(\.[0-9]{1,20})?$/;

/** A plain decimal. Signs and exponents are illegal, as clients that send doubles find out. */
export const decimal: Reader<Decimal> = (text, name) =>
  PLAIN.test(text) ? { kind: 'value', value: parseDecimal(text) } : illegal(name, PLAIN.source);
