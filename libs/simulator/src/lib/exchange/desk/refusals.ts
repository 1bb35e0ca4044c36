import type { ExchangeRefusal, Refused } from '../outcomes.ts';

type PlainReason = Exclude<ExchangeRefusal['reason'], 'filter'>;

export function refused(reason: PlainReason): Refused {
  return { kind: 'refused', refusal: { reason } };
}

export function refusedBy(refusal: ExchangeRefusal): Refused {
  return { kind: 'refused', refusal };
}
