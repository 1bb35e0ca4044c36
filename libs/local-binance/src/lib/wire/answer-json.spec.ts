import { writeJson } from './answer-json.ts';

describe('an answer as JSON', () => {
  it('has its times in microseconds where they are asked for: of every field that holds one, and of candles', () => {
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
});
