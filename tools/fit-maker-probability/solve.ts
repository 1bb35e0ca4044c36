/**
 * x of A·x = b, by elimination without pivoting, which a positive definite A does not need. A row of `equations` is one
 * of A with its element of b at the end.
 */
export function solve(equations: readonly (readonly number[])[]): readonly number[] {
  const [[pivot = NaN, ...first] = [], ...others] = equations;
  if (equations.length === 0) return [];
  const reduced = others.map(([head = NaN, ...row]) =>
    row.map((element, at) => element - (head / pivot) * (first[at] ?? NaN)),
  );
  const later = solve(reduced);
  const known = dot(first.slice(0, -1), later);
  return [((first.at(-1) ?? NaN) - known) / pivot, ...later];
}

export function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, element, at) => sum + element * (b[at] ?? NaN), 0);
}
