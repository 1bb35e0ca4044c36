import { runCaptured } from '../test/run-captured.ts';
import { ScratchFolder } from '../test/scratch-folder.ts';

const folder = new ScratchFolder();
afterAll(() => folder.remove());

describe('the program', () => {
  it('lists its commands and flags where it is asked, and ends well', async () => {
    const top = await runCaptured(['--help'], folder.path);
    expect(top).toMatchObject({ code: 0, err: '' });
    expect(top.out).toMatch(/^ {2}run .*^ {2}bench /ms);
    const { code, out } = await runCaptured(['run', '--help'], folder.path);
    expect(code).toBe(0);
    const flags = ['data', 'symbol', 'interval', 'strategy', 'set', 'describe', 'cash', 'fee', 'fee-asset'];
    for (const flag of [
      ...flags,
      'slippage-bps',
      'participation',
      'instruments',
      'from',
      'to',
      'out',
      'json',
    ]) {
      expect(out).toContain(`--${flag}`);
    }
  });

  it('describes a strategy by its schema', async () => {
    const { code, out } = await runCaptured(['run', '--describe'], folder.path);
    expect(code).toBe(0);
    expect(out).toBe(
      [
        'sma-cross',
        '  parameter  default  accepts                      meaning',
        '  fast       20       whole number from 1 to 5000  bars of the fast average',
        '  slow       50       whole number from 1 to 5000  bars of the slow average',
        '  confirm    1        whole number from 1 to 100   closes in a row on the new side',
        '                                                   before acting; 1 acts on the first',
        '',
      ].join('\n'),
    );
  });

  it('describes every strategy that was chosen, wherever that was', async () => {
    folder.write('two.json', '{ "strategies": [{ "name": "sma-cross" }, { "name": "trend-rsi-stoch" }] }');
    const { out } = await runCaptured(['run', '--describe', '--config', 'two.json'], folder.path);
    expect(out).toMatch(/^sma-cross$/m);
    expect(out).toMatch(/^trend-rsi-stoch$/m);
    const refused = await runCaptured(['run', '--describe', '--strategy', 'nope'], folder.path);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('nope');
  });

  it('shows where an error came from under --debug alone', async () => {
    const plain = await runCaptured(['run', '--cash', 'much'], folder.path);
    expect(plain.err).toBe(
      'error: --cash does not take this value; found much; allowed: an amount of quote above 0\n',
    );
    const { code, err } = await runCaptured(['run', '--cash', 'much', '--debug'], folder.path);
    expect(code).toBe(2);
    expect(err).toMatch(/InputError: --cash does not take this value/);
    expect(err).toMatch(/^\s+at /m);
  });
});
