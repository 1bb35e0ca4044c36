import type { MakerFeatures } from '@org/simulator';

/** An order that was never sent: what was known when it would have been, and what would have become of it. */
export interface Sample {
  /** When it came to rest, by the exchange's clock, in milliseconds. */
  readonly time: number;
  /** How far behind the best price of its own side it rested. */
  readonly ticksBehind: number;
  readonly features: MakerFeatures;
  /** Whether all of it was filled within the horizon. */
  readonly isFilled: boolean;
}
