/**
 * The named outputs of a stream. A class of its own keeps them apart from records that hold columns under the same names: an
 * engine that has met one takes every field of all of them for a reference, and makes an object of each number.
 */
class Outputs {
  [name: string]: number;
}

/** A record of outputs, none of which is known. */
export function unknownOutputs<K extends string>(names: readonly K[]): Record<K, number>;
export function unknownOutputs(names: readonly string[]): Record<string, number> {
  const outputs = new Outputs();
  for (const name of names) outputs[name] = NaN;
  return outputs;
}
