import { typeFindings } from './type-findings.ts';

describe('what the type checker found', () => {
  it('is told by project, of all its tsconfigs', () => {
    const text = JSON.stringify([
      { folder: '/repo/libs/risk', text: '' },
      { folder: '/repo/libs/domain', text: 'a.ts(1,1): error\n' },
      { folder: '/repo/libs/risk', text: 'b.spec.ts(1,1): error\n' },
    ]);
    expect([...typeFindings(text, '/repo')]).toEqual([
      ['libs/risk', 'b.spec.ts(1,1): error\n'],
      ['libs/domain', 'a.ts(1,1): error\n'],
    ]);
  });

  it('is refused where it is no report', () => {
    expect(() => typeFindings('tsc crashed', '/repo')).toThrow(SyntaxError);
  });
});
