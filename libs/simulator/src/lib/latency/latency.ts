import type { Rng } from '@org/domain';

/**
 * How long a message is on its way, in milliseconds, which need not be whole: one draw for each message. On one
 * connection a message does not overtake another, so who draws twice lets the second arrive no earlier than the first.
 */
export type Latency = (rng: Rng) => number;
