import { UnknownIndicatorError } from '../errors/unknown-indicator-error.ts';
import * as library from '../../index.ts';

const { indicators } = library;

describe('the registry', () => {
  it('holds every indicator once, under the name that it is exported by', () => {
    const rows = [...indicators];
    expect(new Set(rows.map((row) => row.name)).size).toBe(indicators.size);
    const exported = new Map(Object.entries(library));
    for (const row of rows) expect(exported.get(row.name)).toHaveProperty('row', row);
  });

  it('finds an indicator by its name', () => {
    expect(indicators.get('rsi').title).toBe('Relative strength index');
    expect(indicators.has('rsi')).toBe(true);
    expect(indicators.has('RSI')).toBe(false);
  });

  it('refuses a name that it does not have, and tells those it has', () => {
    expect(() => indicators.get('RSI')).toThrow(UnknownIndicatorError);
    expect(() => indicators.get('RSI')).toThrow(/got "RSI"; allowed is .*, rsi, /);
  });

  it('says how far an output is drawn ahead or back', () => {
    expect(indicators.get('ichimoku').shift({ kijun: 20 })).toEqual({
      senkouA: 20,
      senkouB: 20,
      chikou: -20,
    });
    expect(indicators.get('sma').shift()).toEqual({});
  });
});
