import { installProblems, weightProblems } from './stranger-check.ts';

describe("a stranger's installation of the indicators", () => {
  it('takes seconds, and brings them alone', () => {
    expect(installProblems(3000, ['@org/indicators-gpu'])).toEqual([]);
  });

  it('is faulted for what it brings along and for taking minutes', () => {
    expect(installProblems(90_400, ['@org/indicators-gpu', 'gpu.js', 'gl'])).toEqual([
      'npm install took 90 s',
      'npm install brought gpu.js, gl along',
    ]);
  });

  it('is faulted where a page that wants one indicator is given all of them', () => {
    expect(weightProblems(17_000)).toEqual([]);
    expect(weightProblems(123_524)).toEqual([
      'a page with one indicator weighs 123524 bytes, more than 24000: something is not left out',
    ]);
  });
});
