import { smaCross, trendRsiStoch } from '@org/strategies';
import type { ChosenStrategy } from './load-candidates.ts';
import { loadCandidates } from './load-candidates.ts';
import { parseParameterTexts } from './parameter-texts.ts';

/** Files by path, and the names that they define. */
const source = (name: string) =>
  Promise.resolve(
    name === './mine.ts'
      ? { definition: trendRsiStoch, sha256: 'abc' }
      : { definition: smaCross, sha256: null },
  );

describe('candidates', () => {
  it('are found in order, each with its share and the parameters meant for it', async () => {
    const chosen: readonly ChosenStrategy[] = [
      { name: './mine.ts', set: { trend: 50, dip: 30 }, allocation: 0.4 },
      { name: 'sma-cross', set: {}, allocation: 0.6 },
    ];
    const texts = parseParameterTexts(['trend-rsi-stoch.dip=35', 'sma-cross.fast=5']);
    const { candidates, hashes } = await loadCandidates(chosen, texts, source);
    expect(candidates).toEqual([
      { definition: trendRsiStoch, share: 0.4, set: { trend: 50, dip: '35' } },
      { definition: smaCross, share: 0.6, set: { fast: '5' } },
    ]);
    expect([...hashes]).toEqual([
      ['trend-rsi-stoch', 'abc'],
      ['sma-cross', null],
    ]);
  });

  it('leave no parameter over: one of a strategy that does not run is refused', async () => {
    const chosen = [{ name: 'sma-cross', set: {}, allocation: 1 }];
    await expect(loadCandidates(chosen, parseParameterTexts(['sma-crss.fast=5']), source)).rejects.toThrow(
      '--set names a strategy that does not run; found sma-crss.fast; allowed: sma-cross',
    );
  });

  it('are not there where one cannot be found', async () => {
    const missing = () => Promise.reject(new RangeError('no such strategy'));
    const chosen = [{ name: 'gone', set: {}, allocation: 1 }];
    await expect(loadCandidates(chosen, [], missing)).rejects.toThrow('no such strategy');
  });
});
