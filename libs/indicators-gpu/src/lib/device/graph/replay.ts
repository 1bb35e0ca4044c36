import type { KernelArgument } from './graph.ts';
import type { Recording, Step } from './recording.ts';

/** Makes the kernel of a step. Kernels of the same source and size can be the same. */
export type KernelOf = (step: Step) => (...values: readonly unknown[]) => unknown;

/** Launches every step of a recording on columns in its order; the handles of what the steps give, in theirs. */
export function replay(recording: Recording, columns: readonly unknown[], kernelOf: KernelOf): unknown[] {
  const handles: unknown[] = [];
  const resolve = (value: KernelArgument): unknown => {
    if (typeof value !== 'object') return value;
    if (!('reference' in value)) return [...value];
    const { from, index } = value.reference;
    return from === 'column' ? columns[index] : handles[index];
  };
  for (const step of recording.steps) handles.push(kernelOf(step)(...step.values.map(resolve)));
  return handles;
}
