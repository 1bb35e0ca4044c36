/** What is waited for, or the word with which it was called off. */
export type OrCalledOff<Value> =
  { readonly kind: 'came'; readonly value: Value } | { readonly kind: 'calledOff'; readonly reason: string };

const CALLED_OFF = 'called off';

/** Why a signal stands as it does: the text that it was given, or that it was called off. */
function reasonOf(signal: AbortSignal): string {
  const reason: unknown = signal.reason;
  return typeof reason === 'string' ? reason : CALLED_OFF;
}

/** Waits for something no longer than until a signal; what comes later is nobody's. */
export async function unlessCalledOff<Value>(
  signal: AbortSignal,
  awaited: Promise<Value>,
): Promise<OrCalledOff<Value>> {
  if (signal.aborted) return { kind: 'calledOff', reason: reasonOf(signal) };
  let stopListening = (): void => undefined;
  const off = new Promise<OrCalledOff<Value>>((resolve) => {
    const listener = () => resolve({ kind: 'calledOff', reason: reasonOf(signal) });
    signal.addEventListener('abort', listener);
    stopListening = () => signal.removeEventListener('abort', listener);
  });
  try {
    return await Promise.race([awaited.then((value) => ({ kind: 'came', value }) as const), off]);
  } finally {
    stopListening();
  }
}
