import { keyed } from './keyed.ts';

/** A record by output name, and a function that brings it up to date with the lines and returns it. */
export function liveValues<K extends string>(
  outputs: readonly K[],
  lines: Float64Array,
): () => Readonly<Record<K, number>> {
  const values = keyed(outputs, () => NaN);
  return () => {
    for (let k = 0; k < outputs.length; k += 1) values[outputs[k]!] = lines[k]!;
    return values;
  };
}
