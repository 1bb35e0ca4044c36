import type { Place } from '@org/domain';

/** Where a value came from; the later in this list, the weaker. */
export type Origin =
  | { readonly kind: 'flag'; readonly name: string }
  | { readonly kind: 'environment'; readonly name: string }
  | { readonly kind: 'file'; readonly place: Place };

/** A value that somebody gave to a key. */
export interface Setting {
  readonly path: string;
  readonly value: unknown;
  readonly origin: Origin;
}

const STRENGTH = { file: 1, environment: 2, flag: 3 } as const satisfies Record<Origin['kind'], number>;

/** How strong a setting is against others for the same key; 0 is a default. */
export function strength(setting: Setting | undefined): number {
  return setting === undefined ? 0 : STRENGTH[setting.origin.kind];
}
