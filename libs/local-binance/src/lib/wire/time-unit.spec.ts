import { readTimeUnit, writeJson } from './time-unit.ts';

describe('times in microseconds', () => {
  it('are those of every field that holds a time, and of candles', () => {
    const body = {
      time: 5,
      id: 7,
      count: 9,
      workingTime: -1,
      fills: [{ tradeId: 3, T: 5 }],
      klines: [[5, '1', '1', '1', '1', '0', 9, '0', 2, '0', '0', '0']],
    };
    expect(JSON.parse(writeJson(body, 'MICROSECOND'))).toEqual({
      time: 5000,
      id: 7,
      count: 9,
      workingTime: -1,
      fills: [{ tradeId: 3, T: 5000 }],
      klines: [[5000, '1', '1', '1', '1', '0', 9999, '0', 2, '0', '0', '0']],
    });
    expect(JSON.parse(writeJson(body, 'MILLISECOND'))).toEqual(body);
  });

  it('are asked for in capitals or not', () => {
    expect(readTimeUnit('microsecond')).toBe('MICROSECOND');
    expect(readTimeUnit(undefined)).toBe('MILLISECOND');
    expect(readTimeUnit('S')).toMatchObject({ code: -1194 });
  });
});
