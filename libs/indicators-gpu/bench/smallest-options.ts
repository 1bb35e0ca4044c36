import type { LooseOptions, Row } from '../src/index.ts';

/** The smallest periods that an indicator takes: every whole number at its minimum. */
export function smallestOptions(row: Row): LooseOptions {
  const whole = row.options.flatMap((option): [string, number][] =>
    option.kind === 'integer' ? [[option.name, option.minimum]] : [],
  );
  return Object.fromEntries(whole);
}
