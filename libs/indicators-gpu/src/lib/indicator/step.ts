import type { WholeBar } from './bar.ts';
import type { Fields } from './engine.ts';

/** The inputs of an indicator, all finite. */
export type Inputs<I extends Fields> = Pick<WholeBar, I[number]>;

/** One bar further, for an indicator with one output. */
export type LineStep = (bar: WholeBar) => number;

/** One bar further, for an indicator with named outputs: they are written where they are wanted. */
export type LinesStep<K extends string> = (bar: WholeBar, out: Record<K, number>) => void;
