import type { InputError } from '@org/domain';
import type { Setting } from './setting.ts';

/** What one source gave: its settings, and what is wrong with the rest of it. */
export interface Reading {
  readonly settings: readonly Setting[];
  readonly problems: readonly InputError[];
}
