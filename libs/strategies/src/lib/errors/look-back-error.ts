import { InputError } from '@org/domain';

/** A strategy asked for values of bars that it did not declare to look back to. */
export class LookBackError extends InputError {
  constructor(found: number, lookBack: number) {
    super('look-back', {
      what: 'the values of that bar are not kept',
      found: `ago(${found})`,
      allowed: `whole numbers from 0 to ${lookBack}`,
      hint: `Declare a longer look back: lookBack: ${Math.max(1, Math.ceil(found)) || 1}.`,
    });
  }
}
