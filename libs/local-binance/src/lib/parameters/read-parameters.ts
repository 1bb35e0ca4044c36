import type { BinanceError } from '../errors/binance-error.ts';
import { binanceError, isBinanceError } from '../errors/binance-error.ts';
import type { Parameters, ParameterSpec } from './parameter.ts';

/**
 * Reads what was sent as an endpoint's parameters. `alsoAllowed` names what others read. What is left over is an error
 * too, so that a misspelt parameter is not silently ignored.
 */
export function readParameters<Spec extends ParameterSpec>(
  spec: Spec,
  given: ReadonlyMap<string, string>,
  alsoAllowed: ReadonlySet<string>,
): Parameters<Spec> | BinanceError {
  const values: Record<string, unknown> = {};
  for (const [name, parameter] of Object.entries(spec)) {
    const text = given.get(name);
    if (text === undefined || text === '') {
      if (parameter.isRequired) return missing(name);
      if (text === '') return binanceError(-1105, `Parameter '${name}' was empty.`);
      values[name] = parameter.otherwise();
      continue;
    }
    const read = parameter.read(text, name);
    if (isBinanceError(read)) return read;
    values[name] = read.value;
  }
  return leftOver(spec, given, alsoAllowed) ?? (isWhole(values, spec) ? values : missing(''));
}

export function missing(name: string): BinanceError {
  return binanceError(-1102, `Mandatory parameter '${name}' was not sent, was empty/null, or malformed.`);
}

function leftOver(
  spec: ParameterSpec,
  given: ReadonlyMap<string, string>,
  alsoAllowed: ReadonlySet<string>,
): BinanceError | null {
  const expected = Object.keys(spec).length + alsoAllowed.size;
  const read = [...given.keys()].filter((name) => Object.hasOwn(spec, name) || alsoAllowed.has(name)).length;
  if (read === given.size) return null;
  if (expected === 0) {
    return binanceError(-1101, `Too many parameters; expected '0' and received '${given.size}'.`);
  }
  return binanceError(
    -1104,
    `Not all sent parameters were read; read '${read}' parameter(s) but was sent '${given.size}'.`,
  );
}

function isWhole<Spec extends ParameterSpec>(values: object, spec: Spec): values is Parameters<Spec> {
  return Object.keys(spec).every((name) => Object.hasOwn(values, name));
}
