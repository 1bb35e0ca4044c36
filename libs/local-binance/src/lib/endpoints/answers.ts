import type { Answer, Weight } from './endpoint.ts';

/** What was asked for. */
export function answer(body: unknown): Answer {
  return { kind: 'answer', body };
}

/** Of questions. */
export function costs(weight: number): () => Weight {
  return () => ({ weight, isFreeOnSuccess: false });
}

/** Of trading, which costs nothing where it succeeds. */
export function costsIfRefused(weight: number): () => Weight {
  return () => ({ weight, isFreeOnSuccess: true });
}

/** Of endpoints that place no orders. */
export const NO_ORDERS = (): number => 0;
