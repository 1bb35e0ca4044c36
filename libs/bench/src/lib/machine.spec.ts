import { machine } from './machine.ts';

describe('the machine', () => {
  it('is told with its processor, its cores, and its Node', () => {
    expect(machine()).toMatch(new RegExp(`^.+, \\d+ cores; Node ${process.versions.node}$`));
  });
});
