/** One thing that Binance's spot protocol has, and by which test it is shown that the local exchange has it too. */
export interface Feature {
  readonly name: string;
  /** How the full names of the tests begin that show it. */
  readonly shownBy: string;
  /** What it does where it is not what Binance does; empty where no difference is known. */
  readonly difference: string;
  /** Whether it is there, or answered with an error. */
  readonly support: 'there' | 'refused';
}

export interface FeatureGroup {
  readonly title: string;
  readonly features: readonly Feature[];
}

/** A feature that is there, shown by tests named like it unless told otherwise. */
export function there(name: string, difference = '', shownBy = name): Feature {
  return { name, shownBy, difference, support: 'there' };
}

/** A feature that is answered with an error. */
export function refused(name: string, difference: string, shownBy = name): Feature {
  return { name, shownBy, difference, support: 'refused' };
}
