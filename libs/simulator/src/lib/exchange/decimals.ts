import type { Decimal } from '@org/domain';

const POWERS: readonly bigint[] = Array.from({ length: 64 }, (_, exponent) => 10n ** BigInt(exponent));

/** Ten to a whole power from 0. */
export function tenTo(exponent: number): bigint {
  return POWERS[exponent] ?? 10n ** BigInt(exponent);
}

export function isZero({ units }: Decimal): boolean {
  return units === 0n;
}

/** `value / step` as an exact fraction; `step` is not 0. */
export function divided(
  value: Decimal,
  step: Decimal,
): { readonly numerator: bigint; readonly denominator: bigint } {
  const shift = step.decimals - value.decimals;
  if (shift >= 0) return { numerator: value.units * tenTo(shift), denominator: step.units };
  return { numerator: value.units, denominator: step.units * tenTo(-shift) };
}

/** The largest step that both are whole multiples of. */
export function sharedStep(one: Decimal, other: Decimal): Decimal {
  const decimals = Math.max(one.decimals, other.decimals);
  let a = one.units * tenTo(decimals - one.decimals);
  let b = other.units * tenTo(decimals - other.decimals);
  while (b !== 0n) [a, b] = [b, a % b];
  return { units: a, decimals };
}
