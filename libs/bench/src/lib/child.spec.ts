import { join } from 'node:path';
import { endChild, startChild } from './child.ts';

const beside = (file: string) => join(__dirname, '../../test', file);

describe('a process beside a benchmark', () => {
  it('is there when it has said something, and ends when it is asked to', async () => {
    const { child, said } = await startChild(beside('talking.ts'), ['7', 'small']);
    expect(said).toEqual(['7', 'small']);
    await endChild(child);
    expect(child.exitCode).toBe(0);
  });

  it('that says nothing is an error with its exit code', async () => {
    await expect(startChild(beside('silent.ts'))).rejects.toThrow(/silent\.ts has ended with 3/);
  });
});
