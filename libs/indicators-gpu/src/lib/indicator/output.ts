import { OutputError } from '../errors/output-error.ts';
import type { OutColumn, ReadColumns } from './column.ts';
import { describeValue, floatsOf } from './floats.ts';

/**
 * Checks the columns that a caller wants to be written.
 *
 * An output that is an input, the very same view, is fine: each bar is read before it is written. Any other
 * overlap would destroy bars that are still to be read.
 * @throws OutputError for a wrong type or length, or an overlap.
 */
export function checkOutputs(
  indicator: string,
  names: readonly string[],
  outputs: readonly unknown[],
  inputs: ReadColumns,
): OutColumn[] {
  const checked = names.map((name, index) => checkOutput(indicator, name, outputs[index], inputs));
  checked.forEach((output, index) => {
    if (checked.some((other, at) => at < index && overlaps(output, other))) {
      throw new OutputError(indicator, names[index]!, {
        got: 'memory shared with another output',
        allowed: 'separate columns',
      });
    }
  });
  return checked;
}

function checkOutput(indicator: string, name: string, output: unknown, inputs: ReadColumns): OutColumn {
  const floats = floatsOf(output);
  if (floats === undefined) {
    const allowed = 'a Float64Array or a Float32Array';
    throw new OutputError(indicator, name, { got: describeValue(output), allowed });
  }
  if (floats.length !== inputs[0].length) {
    const allowed = `${inputs[0].length}, the length of the input`;
    throw new OutputError(indicator, name, { got: `${floats.length} values`, allowed });
  }
  if (inputs.some((input) => overlaps(input, floats) && !isSameView(input, floats))) {
    throw new OutputError(indicator, name, {
      got: 'a column that overlaps an input',
      allowed: 'a column of its own, or the very same view as an input',
    });
  }
  return floats;
}

/** Whether an output is also an input, so that only a bar-by-bar pass may be used. */
export function writesInPlace(inputs: ReadColumns, outputs: readonly OutColumn[]): boolean {
  return outputs.some((output) => inputs.some((input) => isSameView(input, output)));
}

function isSameView(a: OutColumn, b: OutColumn): boolean {
  return (
    a.buffer === b.buffer && a.byteOffset === b.byteOffset && a.BYTES_PER_ELEMENT === b.BYTES_PER_ELEMENT
  );
}

function overlaps(a: OutColumn, b: OutColumn): boolean {
  if (a.buffer !== b.buffer) return false;
  return a.byteOffset < b.byteOffset + b.byteLength && b.byteOffset < a.byteOffset + a.byteLength;
}
