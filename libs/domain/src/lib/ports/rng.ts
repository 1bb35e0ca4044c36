/** Random numbers from a seed: the only way to any. */
export interface Rng {
  /** Uniform in [0, 1). */
  uniform(): number;
  /** Normal with mean 0 and deviation 1. */
  normal(): number;
}
