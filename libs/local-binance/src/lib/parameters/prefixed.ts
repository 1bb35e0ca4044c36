import type { Parameters, ParameterSpec } from './parameter.ts';

/** A spec whose names stand behind a prefix: `price` behind `above` is `abovePrice`. */
export type PrefixedSpec<Prefix extends string, Spec extends ParameterSpec> = {
  readonly [Name in keyof Spec & string as `${Prefix}${Capitalize<Name>}`]: Spec[Name];
};

export function prefixedName(prefix: string, name: string): string {
  return prefix === '' ? name : prefix + name.charAt(0).toUpperCase() + name.slice(1);
}

/** The same parameters behind a prefix. */
export function prefixed<Prefix extends string, Spec extends ParameterSpec>(
  prefix: Prefix,
  spec: Spec,
): PrefixedSpec<Prefix, Spec> {
  const renamed: ParameterSpec = Object.fromEntries(
    Object.entries(spec).map(([name, parameter]) => [prefixedName(prefix, name), parameter]),
  );
  if (isPrefixed(renamed, prefix, spec)) return renamed;
  throw new Error(`The parameters behind ${prefix} are not whole.`);
}

/** What was read behind a prefix, by the names without it. */
export function behind<Spec extends ParameterSpec>(
  prefix: string,
  spec: Spec,
  parameters: object,
): Parameters<Spec> {
  const values: unknown = Object.fromEntries(
    Object.keys(spec).map((name) => [name, Reflect.get(parameters, prefixedName(prefix, name))]),
  );
  if (isWhole(values, spec)) return values;
  throw new Error(`The parameters behind ${prefix} were not read.`);
}

function isPrefixed<Prefix extends string, Spec extends ParameterSpec>(
  renamed: object,
  prefix: Prefix,
  spec: Spec,
): renamed is PrefixedSpec<Prefix, Spec> {
  return Object.keys(spec).every((name) => Object.hasOwn(renamed, prefixedName(prefix, name)));
}

function isWhole<Spec extends ParameterSpec>(values: unknown, spec: Spec): values is Parameters<Spec> {
  return (
    typeof values === 'object' &&
    values !== null &&
    Object.keys(spec).every((name) => Reflect.get(values, name) !== undefined)
  );
}
