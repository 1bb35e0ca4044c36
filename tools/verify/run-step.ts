import { inspect } from 'node:util';
import type { Check } from './check.ts';

/** A part of the run, which makes many checks. */
export interface Step {
  readonly title: string;
  readonly run: () => Promise<readonly Check[]>;
}

/** The checks of a step. One that breaks off is itself a failed check, so that the closing line comes and tells of it. */
export async function runStep({ title, run }: Step): Promise<readonly Check[]> {
  try {
    return await run();
  } catch (error) {
    return [{ name: title, outcome: 'failed', output: inspect(error) }];
  }
}
