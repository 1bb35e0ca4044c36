import type { Weight } from './endpoint.ts';

/** The same for every call, whatever comes of it. */
export function weighing(weight: number): () => Weight {
  return () => ({ weight, isFreeOnSuccess: false });
}
