import { randomBars } from '../../bench/series.ts';
import { indicators } from './catalogue.ts';
import { ColumnError } from './errors/column-error.ts';
import { OptionError } from './errors/option-error.ts';
import { OutputError } from './errors/output-error.ts';
import type { LooseColumns } from './indicator/column.ts';
import type { LooseOptions, NumberOption } from './indicator/option.ts';
import type { Row } from './indicator/row.ts';

const columns = randomBars(50, 1);
const plain: Readonly<Record<string, readonly number[]>> = Object.fromEntries(
  Object.entries(columns).map(([field, column]) => [field, Array.from(column)]),
);

/** What was thrown, or undefined. */
function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
}

/** Every way into an indicator by which options come. */
const ways = (row: Row): readonly ((options: LooseOptions) => unknown)[] => [
  (options) => row.run(columns, options),
  (options) => row.open(options),
  (options) => row.warmUp(options),
  (options) => row.stableAfter(options),
];

/** Values that no number option may have. */
const wrongNumbers = (option: NumberOption): readonly (number | string)[] => [
  ...[option.minimum - 1, option.maximum + 1, NaN, Infinity, 'ten'],
  ...(option.kind === 'integer' ? [option.minimum + 0.5] : []),
];

/** Two columns whose memories overlap, the second a bar behind the first. */
function overlapping(length: number): readonly [Float64Array, Float64Array] {
  const shared = new Float64Array(length + 1).fill(1);
  return [shared.subarray(0, length), shared.subarray(1)];
}

describe.each(Array.from(indicators, (row) => [row.name, row] as const))('%s', (name, row) => {
  it('refuses every option that is out of its range or no number, and tells the range', () => {
    for (const option of row.options) {
      const wrong = option.kind === 'choice' ? ['none of these', 3] : wrongNumbers(option);
      for (const got of wrong) {
        for (const way of ways(row)) {
          const error = thrownBy(() => way({ [option.name]: got }));
          expect(error).toBeInstanceOf(OptionError);
          expect(error).toMatchObject({ code: 'INVALID_OPTION', indicator: name, option: option.name });
          expect(error).toHaveProperty('allowed', expect.stringMatching(/./));
        }
      }
    }
  });

  it('refuses an option that it does not have', () => {
    for (const way of ways(row)) expect(() => way({ lenght: 3 })).toThrow(OptionError);
  });

  it('refuses a fast average that is not the faster one', () => {
    const names = new Set(row.options.map((option) => option.name));
    if (!names.has('fast') || !names.has('slow')) return;
    for (const way of ways(row)) {
      expect(thrownBy(() => way({ fast: 40, slow: 40 }))).toMatchObject({ option: 'fast', got: '40' });
    }
  });

  it('refuses a column that is missing, or holds something else than numbers', () => {
    for (const field of row.inputs) {
      for (const bad of [
        undefined,
        'text',
        5,
        ['1', ...(plain[field] ?? []).slice(1)],
        [null, ...(plain[field] ?? []).slice(1)],
      ]) {
        const given: LooseColumns = JSON.parse(JSON.stringify({ ...plain, [field]: bad }));
        const error = thrownBy(() => row.run(given));
        expect(error).toBeInstanceOf(ColumnError);
        expect(error).toMatchObject({ code: 'INVALID_COLUMN', indicator: name, column: field });
      }
    }
  });

  it('refuses columns of different length', () => {
    for (const field of row.inputs.slice(1)) {
      const error = thrownBy(() => row.run({ ...columns, [field]: columns[field].slice(1) }));
      expect(error).toBeInstanceOf(ColumnError);
      expect(error).toMatchObject({
        column: field,
        got: '49 values',
        allowed: `50, the length of ${row.inputs[0]}`,
      });
    }
  });

  it('refuses an output that is missing, of another length, or lies over an input or another output', () => {
    const fresh = () => Object.fromEntries(row.outputs.map((output) => [output, new Float64Array(50)]));
    const [first = ''] = row.outputs;
    for (const [i, output] of row.outputs.entries()) {
      const { [output]: _left, ...rest } = fresh();
      expect(() => row.fill(columns, rest)).toThrow(OutputError);
      const short = { ...fresh(), [output]: new Float64Array(49) };
      expect(() => row.fill(columns, short)).toThrow(OutputError);
      for (const field of row.inputs) {
        const [input, target] = overlapping(50);
        const given = { ...columns, [field]: input };
        expect(() => row.fill(given, { ...fresh(), [output]: target })).toThrow(OutputError);
      }
      const target = new Float64Array(50);
      if (i > 0) {
        expect(() => row.fill(columns, { ...fresh(), [first]: target, [output]: target })).toThrow(
          OutputError,
        );
      }
    }
  });
});
