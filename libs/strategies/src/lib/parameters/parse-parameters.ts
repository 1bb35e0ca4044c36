import { InputError, nearestWord } from '@org/domain';
import type { z } from 'zod';
import type { Parameter } from './parameter.ts';
import { parametersOf } from './parameter.ts';

/** A value as a flag, a file or a program gives it; text is read as the kind that the schema wants. */
export type GivenValue = string | number | boolean | null;

/** Values by the names of the parameters; what is left out takes its default. */
export type GivenParameters = Readonly<Record<string, GivenValue>>;

/**
 * Reads a strategy's parameters.
 *
 * @throws InputError `parameter-unknown`, `parameter-value` for a wrong or missing value, and `parameters-refused` when
 * values that are fine one by one do not go together.
 */
export function parseParameters<P extends z.ZodObject>(
  strategy: string,
  schema: P,
  given: GivenParameters,
): Readonly<z.output<P>> {
  const parameters = parametersOf(schema);
  refuseUnknown(strategy, parameters, given);
  const values: Record<string, unknown> = {};
  for (const parameter of parameters) {
    const value = given[parameter.name];
    if (value !== undefined) values[parameter.name] = readValue(value, parameter);
  }
  const parsed = schema.safeParse(values);
  if (parsed.success) return Object.freeze(parsed.data);
  const [issue] = parsed.error.issues;
  throw wrongValue(strategy, parameters, given, issue);
}

function refuseUnknown(strategy: string, parameters: readonly Parameter[], given: GivenParameters): void {
  const names = parameters.map(({ name }) => name);
  const unknown = Object.keys(given).find((name) => !names.includes(name));
  if (unknown === undefined) return;
  const nearest = nearestWord(unknown, names);
  throw new InputError('parameter-unknown', {
    what: `strategy ${strategy} has no such parameter`,
    found: unknown,
    allowed: names.length === 0 ? 'none' : names.join(', '),
    ...(nearest === undefined ? {} : { hint: `Did you mean ${nearest}?` }),
  });
}

function readValue(value: GivenValue, { kinds }: Parameter): unknown {
  if (typeof value !== 'string') return value;
  if (
    (kinds.includes('array') && value.startsWith('[')) ||
    (kinds.includes('object') && value.startsWith('{'))
  )
    return fromJson(value);
  const numeric = kinds.includes('number') || kinds.includes('integer');
  if (numeric && value.trim() !== '' && Number.isFinite(Number(value))) return Number(value);
  if (kinds.includes('boolean') && (value === 'true' || value === 'false')) return value === 'true';
  return kinds.includes('null') && value === 'null' ? null : value;
}

/** What is not JSON stays a text, which the schema then refuses. */
function fromJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return text;
  }
}

function wrongValue(
  strategy: string,
  parameters: readonly Parameter[],
  given: GivenParameters,
  issue: z.core.$ZodIssue | undefined,
): InputError {
  const parameter = parameters.find(({ name }) => name === issue?.path[0]);
  if (parameter === undefined || issue?.code === 'custom') {
    return new InputError('parameters-refused', {
      what: `strategy ${strategy}: ${issue?.message ?? 'these parameters do not go together'}`,
      found: parameters
        .map(({ name, default: usual }) => `${name}=${shown(given[name] ?? usual)}`)
        .join(', '),
    });
  }
  const { name, type } = parameter;
  return new InputError('parameter-value', {
    what: `strategy ${strategy}: parameter ${name}`,
    found: given[name] === undefined ? 'nothing' : shown(given[name]),
    allowed: type,
  });
}

/** Texts as they were given, but for one that would not be seen. */
function shown(value: unknown): string {
  return typeof value === 'string' && value.trim() !== '' ? value : JSON.stringify(value);
}
