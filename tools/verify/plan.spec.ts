import { plannedTasks } from './plan.ts';

const task = (project: string, target: string) => ({
  id: `${project}:${target}`,
  target: { project, target },
  projectRoot: `libs/${project}`,
});

describe('the plan of Nx', () => {
  it('names each task with its target and the folder of its project, whatever Nx says around it', () => {
    const tasks = { 'risk:lint': task('risk', 'lint'), 'domain:build': task('domain', 'build') };
    expect(plannedTasks(`\n NX  hello\n${JSON.stringify({ tasks: { tasks } })}\nbye\n`)).toEqual([
      { name: 'domain:build', target: 'build', folder: 'libs/domain' },
      { name: 'risk:lint', target: 'lint', folder: 'libs/risk' },
    ]);
  });

  it('is refused where it is none', () => {
    expect(() => plannedTasks('{}')).toThrow('tasks');
  });
});
