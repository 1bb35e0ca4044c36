/** The time, and waiting for it: the only way to either. */
export interface Clock {
  /** Milliseconds UTC. */
  now(): number;
  /** Runs `task` once, `delayMs` from now; the returned function calls it off. */
  schedule(delayMs: number, task: () => void): () => void;
}
