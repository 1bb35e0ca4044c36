import { commandLine } from './command-line.ts';

describe('the command of a result', () => {
  it('is what was typed, whether or not run was said', () => {
    expect(commandLine(['run', '--set', 'fast=20', '--json'])).toBe('backtest run --set fast=20 --json');
    expect(commandLine(['--json'])).toBe('backtest run --json');
    expect(commandLine([])).toBe('backtest run');
  });

  it('is quoted as a shell needs it', () => {
    expect(commandLine(['--data', 'my bars/*.csv'])).toBe("backtest run --data 'my bars/*.csv'");
    expect(commandLine(['--out', "$HOME/it's"])).toBe(String.raw`backtest run --out '$HOME/it'\''s'`);
    expect(commandLine(['--symbol', ''])).toBe("backtest run --symbol ''");
  });
});
