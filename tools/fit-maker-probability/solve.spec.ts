import fc from 'fast-check';
import { dot, solve } from './solve.ts';

describe('linear equations', () => {
  it('are solved', () => {
    // 2x + y = 5, x + 3y = 10
    expect(
      solve([
        [2, 1, 5],
        [1, 3, 10],
      ]),
    ).toEqual([1, 3]);
    expect(solve([])).toEqual([]);
  });

  it('are solved for any positive definite matrix', () => {
    const number = fc.double({ min: -1, max: 1, noNaN: true });
    const rows = fc.array(fc.array(number, { minLength: 4, maxLength: 4 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(rows, fc.array(number, { minLength: 4, maxLength: 4 }), (factor, x) => {
        // FᵀF + 1 is positive definite.
        const matrix = factor.map((_, i) =>
          factor.map((_, j) => dot(column(factor, i), column(factor, j)) + Number(i === j)),
        );
        const solved = solve(matrix.map((row) => [...row, dot(row, x)]));
        solved.forEach((element, at) => expect(element).toBeCloseTo(x[at] ?? NaN, 9));
      }),
    );
  });
});

function column(rows: readonly (readonly number[])[], at: number): readonly number[] {
  return rows.map((row) => row[at] ?? NaN);
}
