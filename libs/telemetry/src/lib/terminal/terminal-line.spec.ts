import type { LogEntry } from '../log-entry.ts';
import { terminalLine } from './terminal-line.ts';

const entry: LogEntry = { level: 'info', message: 'order filled', timeMs: 45_296_789, fields: {} };

describe('a line on a terminal', () => {
  it('is the time of day, the level, the message and the fields', () => {
    const fields = { symbol: 'BTCUSDT', price: 42000.5, note: 'two words', position: { size: 1 }, off: null };
    expect(terminalLine({ ...entry, fields }, false)).toBe(
      '12:34:56 info  order filled symbol=BTCUSDT price=42000.5 note="two words" position={"size":1} off=null\n',
    );
  });

  it('has a coloured level where colours are shown', () => {
    expect(terminalLine({ ...entry, level: 'error' }, true)).toBe(
      '12:34:56 \u001b[31merror\u001b[0m order filled\n',
    );
  });

  it('shows of an error its message', () => {
    const error = { name: 'Error', message: 'no connection', stack: 'Error: …' };
    expect(terminalLine({ ...entry, fields: { error } }, false)).toContain(' error="no connection"\n');
  });

  it('is one line that moves no cursor', () => {
    const line = terminalLine(
      { ...entry, message: 'a\nb\u001b[2J\u007f', fields: { 'n\n': 'c\nd', e: undefined } },
      false,
    );
    expect(line).toBe('12:34:56 info  a\\nb\\u001b[2J? n\\n="c\\nd" e=undefined\n');
  });
});
