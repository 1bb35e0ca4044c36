import { installProblems } from './stranger-check.ts';

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
});
