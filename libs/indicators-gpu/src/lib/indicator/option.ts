import { OptionError } from '../errors/option-error.ts';

/** A number that sets an indicator: a whole one (`integer`) or any (`number`), both ends of the range included. */
export interface NumberOption {
  readonly kind: 'integer' | 'number';
  readonly default: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly meaning: string;
}

/** A word out of a list that sets an indicator. */
export interface ChoiceOption<T extends string = string> {
  readonly kind: 'choice';
  readonly default: T;
  readonly choices: readonly T[];
  readonly meaning: string;
}

/** The options of an indicator by name, each with its default, range and meaning. */
export type OptionSpecs = Readonly<Record<string, NumberOption | ChoiceOption>>;

/** The options as an indicator reads them: complete and inside their ranges. */
export type OptionsOf<S extends OptionSpecs> = {
  readonly [K in keyof S]: S[K] extends ChoiceOption<infer T> ? T : number;
};

/** The options as a caller gives them: what is left out, or undefined, takes its default. */
export type GivenOptions<S extends OptionSpecs> = { readonly [K in keyof S]?: OptionsOf<S>[K] | undefined };

/** Options of an indicator that the caller does not know. */
export type LooseOptions = Readonly<Record<string, number | string | undefined>>;

/** The longest window that an option accepts. */
const longestPeriod = 100_000;

/* @__NO_SIDE_EFFECTS__ */
export function integer(standard: number, minimum: number, meaning: string): NumberOption {
  return { kind: 'integer', default: standard, minimum, maximum: longestPeriod, meaning };
}

/* @__NO_SIDE_EFFECTS__ */
export function decimal(standard: number, range: readonly [number, number], meaning: string): NumberOption {
  return { kind: 'number', default: standard, minimum: range[0], maximum: range[1], meaning };
}

/* @__NO_SIDE_EFFECTS__ */
export function choice<const T extends string>(
  standard: NoInfer<T>,
  choices: readonly T[],
  meaning: string,
): ChoiceOption<T> {
  return { kind: 'choice', default: standard, choices, meaning };
}

/**
 * Completes what a caller gave with the defaults.
 * @throws OptionError for a name that the indicator does not have, a wrong type, or a value out of range.
 */
export function resolveOptions<S extends OptionSpecs>(
  indicator: string,
  specs: S,
  given: object | undefined,
): OptionsOf<S>;
export function resolveOptions(
  indicator: string,
  specs: OptionSpecs,
  given: object | undefined,
): Record<string, number | string> {
  if (given !== undefined && typeof given !== 'object') {
    const allowed = `an object, with any of: ${Object.keys(specs).join(', ')}`;
    throw new OptionError(indicator, 'all of them', { got: describe(given), allowed });
  }
  const values = new Map<string, unknown>(Object.entries(given ?? {}));
  const resolved: Record<string, number | string> = {};
  for (const name in specs) resolved[name] = accept(indicator, name, specs[name]!, values.get(name));
  for (const name of values.keys()) {
    if (!Object.hasOwn(specs, name)) throw unknownOption(indicator, name, specs);
  }
  return resolved;
}

/**
 * A whole number comes back as the integer that it is: engines keep one that was computed, or stood among decimals, as
 * a decimal, and every loop that counts with it would run at half the speed.
 */
function accept(
  indicator: string,
  name: string,
  spec: NumberOption | ChoiceOption,
  value: unknown,
): number | string {
  if (value === undefined) return spec.kind === 'integer' ? spec.default | 0 : spec.default;
  if (spec.kind === 'choice') {
    const chosen = spec.choices.find((candidate) => candidate === value);
    if (chosen !== undefined) return chosen;
  } else if (typeof value === 'number' && value >= spec.minimum && value <= spec.maximum) {
    if (spec.kind === 'number') return value;
    if (Number.isInteger(value)) return value | 0;
  }
  throw new OptionError(indicator, name, { got: describe(value), allowed: describeRange(spec) });
}

function unknownOption(indicator: string, name: string, specs: OptionSpecs): OptionError {
  const names = Object.keys(specs);
  return new OptionError(indicator, name, {
    got: 'an unknown name',
    allowed: names.length === 0 ? 'no option at all' : names.join(', '),
  });
}

function describe(value: unknown): string {
  if (typeof value === 'string') return `"${value}"`;
  return typeof value === 'number' || value === null ? String(value) : `a value of type ${typeof value}`;
}

/** The values that an option takes, in words: "a whole number from 1 to 100000". */
export function describeRange(spec: NumberOption | ChoiceOption): string {
  if (spec.kind === 'choice') return spec.choices.join(', ');
  const kind = spec.kind === 'integer' ? 'a whole number' : 'a number';
  return `${kind} from ${spec.minimum} to ${spec.maximum}`;
}
