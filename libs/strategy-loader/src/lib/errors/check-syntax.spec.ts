import { findSyntaxError } from './check-syntax.ts';

describe('finding a syntax error', () => {
  it('gives its line and column', () => {
    expect(findSyntaxError(Buffer.from('const a: number = 1;\n  const a = 2;\n'))).toEqual({
      line: 2,
      column: 9,
    });
  });

  it('finds none where there is none, and runs nothing', () => {
    expect(findSyntaxError(Buffer.from("import 'gone';\nprocess.exit(3);\n"))).toBeUndefined();
  });
});
