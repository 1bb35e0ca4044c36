import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { closingAt, describeStrategyContract, rehearse } from '../../testing.ts';
import { breakout } from './breakout.ts';

const ROOT = join(__dirname, '../../../../..');

describe('the strategy that the documents show', () => {
  // In a file of a user's own it is the default export, and the library has its name.
  const shown = readFileSync(join(__dirname, 'breakout.ts'), 'utf8')
    .replace('export const breakout =', 'export default')
    .replace('../../index.ts', '@org/strategies');

  it.each(['docs/adding-a-strategy.md', 'libs/strategies/README.md'])('is the one in %s', (path) => {
    const text = readFileSync(join(ROOT, path), 'utf8').replaceAll(/^ {3}/gm, '');
    expect(text.replaceAll(/^ +/gm, '')).toContain(shown.replaceAll(/^ +/gm, ''));
  });

  it('is shorter than thirty lines', () => {
    expect(shown.split('\n').length).toBeLessThan(30);
  });

  it('buys when the close passes the highest high, and leaves below the lowest low', () => {
    const decisions = rehearse(breakout, { set: { bars: 2 }, markets: [closingAt([10, 11, 10, 12, 12, 9])] });
    expect(decisions.map(({ intents }) => intents.length)).toEqual([0, 0, 0, 1, 0, 1]);
    expect(decisions[3]?.intents).toMatchObject([
      { side: 'buy', reason: 'close 12 above the highest high 11' },
    ]);
    expect(decisions[5]?.intents).toMatchObject([
      { side: 'sell', reason: 'close 9 below the lowest low 10' },
    ]);
  });
});

describeStrategyContract(breakout, { describe, it });
