import { join } from 'node:path';
import { runCommand } from '../process/run-command.ts';

const check = join(import.meta.dirname, 'check.cjs');

function onNode(version: string) {
  const pretend = `Object.defineProperty(process.versions, 'node', { value: '${version}' });`;
  const script = `${pretend} require(${JSON.stringify(check)}); process.stdout.write('started');`;
  return runCommand(process.execPath, ['-e', script]);
}

describe('the check of the Node version', () => {
  it.each(['18.20.4', '20.20.2', '23.11.1'])(
    'refuses Node %s with exit code 2 and says what to do',
    async (version) => {
      const { exitCode, output } = await onNode(version);
      expect(exitCode).toBe(2);
      expect(output).toContain(`Onestep runs on Node 24 or newer; this is Node ${version}.`);
      expect(output).toContain('npm start');
      expect(output).not.toContain('started');
    },
  );

  it.each(['24.0.0', '24.21.0', '26.1.0'])('lets Node %s pass in silence', async (version) => {
    expect(await onNode(version)).toEqual({ exitCode: 0, output: 'started' });
  });
});
