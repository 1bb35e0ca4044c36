import { firstDifference } from '../../bench/difference.ts';
import { cut, marketLength, markets } from '../../bench/markets.ts';
import { randomBars } from '../../bench/series.ts';
import { indicators } from './catalogue.ts';

const columns = randomBars(marketLength, 19);
const everyCut = Array.from({ length: marketLength }, (_, end) => [end, cut(columns, end)] as const);

describe.each(Array.from(indicators, (row) => [row.name, row] as const))('%s', (_name, row) => {
  it('changes no earlier value when the bars after it are cut off', () => {
    for (const [, market] of markets) {
      const whole = row.run(market.columns);
      for (const end of [0, 1, 33, 150, 399]) {
        expect(firstDifference(row.run(cut(market.columns, end)), whole, end)).toBeUndefined();
      }
    }
  });

  it('changes no earlier value wherever the bars are cut', () => {
    const whole = row.run(columns);
    const differences = everyCut.map(([end, part]) => firstDifference(row.run(part), whole, end));
    expect(differences.filter((difference) => difference !== undefined)).toEqual([]);
  });

  it('takes no bars, one, just too few, and just enough', () => {
    for (const end of [0, 1, row.warmUp(), row.warmUp() + 1]) {
      const values = row.run(cut(columns, end));
      for (const name of row.outputs) expect(values[name]).toHaveLength(end);
      const complete = row.outputs.every((name) => Number.isFinite(values[name]?.[end - 1]));
      if (row.sparse === undefined) expect(complete).toBe(end === row.warmUp() + 1);
    }
  });
});
