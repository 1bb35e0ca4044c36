import type {
  BracketIntent,
  CancelIntent,
  ComputeIntent,
  PlaceIntent,
  ReplaceIntent,
  SetTimerIntent,
} from '@org/domain';

/** A strategy's memory: plain data that survives JSON (checked when it is bound), or null for none. */
export type StrategyState = object | null;

/** The same data, which nobody may change. */
export type Frozen<T> = { readonly [K in keyof T]: Frozen<T[K]> };

/** Without a symbol, it is about the strategy's main symbol. */
type Placed<T extends { readonly symbol: string }> = Omit<T, 'symbol'> & { readonly symbol: string | null };

/** What `buy` and `sell` make. */
export type PlaceWish = Placed<PlaceIntent>;

/** What `bracket` makes. */
export type BracketWish = Placed<BracketIntent>;

/** An intent as a strategy writes it. */
export type Wish = PlaceWish | BracketWish | ReplaceIntent | CancelIntent | SetTimerIntent | ComputeIntent;

/** What one decision comes to: the state to come back with, and what is wanted. */
export interface Step<S> {
  readonly state: S;
  readonly intents: readonly Wish[];
}

const NOTHING: readonly Wish[] = Object.freeze<Wish[]>([]);

let held: Step<unknown> = Object.freeze({ state: null, intents: NOTHING });

/** Wants nothing. Costs next to nothing where the state is the one that `decide` was given. */
export function hold<S>(state: S): Step<S>;
export function hold(state: unknown): Step<unknown> {
  // Most decisions of a strategy are this one, again and again: it is told by the same object.
  if (held.state !== state) held = Object.freeze({ state, intents: NOTHING });
  return held;
}

/** Whether a step is the one that `hold` gave last, which wants nothing and cannot have been changed since. */
export function isHeld(step: unknown): boolean {
  return step === held;
}
