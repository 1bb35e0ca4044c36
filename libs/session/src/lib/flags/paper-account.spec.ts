import { InputError } from '@org/domain';
import { DEFAULT_PAPER_ACCOUNT, parseNumber, readPaperAccount } from './paper-account.ts';

const withText = (changed: Partial<typeof DEFAULT_PAPER_ACCOUNT>) => () =>
  readPaperAccount({ ...DEFAULT_PAPER_ACCOUNT, ...changed });

describe('a simulated account', () => {
  it('has careful defaults', () => {
    expect(readPaperAccount(DEFAULT_PAPER_ACCOUNT)).toEqual({
      cash: 10_000,
      fee: 0.001,
      slippage: 0.0001,
      participation: 0.1,
    });
  });

  it.each([
    ['0.3', 0.00003],
    ['1.3', 0.00013],
    ['12.5', 0.00125],
  ])('has a slippage of %s points as the very decimal fraction', (slippageBps, slippage) => {
    expect(withText({ slippageBps })().slippage).toBe(slippage);
  });

  it('takes the ends of its ranges that make sense', () => {
    const free = withText({ fee: '0', slippageBps: '0', participation: '1', cash: '0.01' })();
    expect(free).toEqual({ cash: 0.01, fee: 0, slippage: 0, participation: 1 });
  });

  it.each([
    [{ cash: '0' }, '--cash', 'above 0'],
    [{ cash: '-5' }, '--cash', 'above 0'],
    [{ cash: 'Infinity' }, '--cash', 'above 0'],
    [{ fee: '-0.0001' }, '--fee', '0.001 for 0.1%'],
    [{ fee: '0.1' }, '--fee', 'up to 0.1'],
    [{ slippageBps: '-1' }, '--slippage-bps', 'from 0'],
    [{ slippageBps: '1000' }, '--slippage-bps', 'up to 1000'],
    [{ participation: '0' }, '--participation', 'above 0'],
    [{ participation: '1.01' }, '--participation', 'at most 1'],
  ])('is refused beyond them: %j', (changed, flag, allowed) => {
    expect(withText(changed)).toThrow(InputError);
    expect(withText(changed)).toThrow(`${flag} does not take this value; found ${Object.values(changed)[0]}`);
    expect(withText(changed)).toThrow(allowed);
  });
});

describe('a number in text', () => {
  const range = { above: -10, below: 1e7, allowed: 'a number' };

  it.each([
    ['5', 5],
    ['-5', -5],
    ['5.', 5],
    ['.5', 0.5],
    ['1e3', 1_000],
    ['2.5E-1', 0.25],
  ])('is plain or scientific: %s', (text, value) => {
    expect(parseNumber(text, '--n', range)).toBe(value);
  });

  it.each(['', ' ', '5%', '1,000', '0x10', '1_000', 'NaN', '--5', '5 6', '.', 'e5'])(
    'is nothing else: %j',
    (text) => {
      expect(() => parseNumber(text, '--n', range)).toThrow('--n does not take this value');
    },
  );
});
