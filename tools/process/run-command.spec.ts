import { runCommand } from './run-command.ts';

describe('running a command', () => {
  it('collects stdout and stderr and tells the exit status', async () => {
    const script = "process.stdout.write('out\\n'); process.stderr.write('err\\n'); process.exitCode = 3;";
    const { exitCode, output } = await runCommand(process.execPath, ['-e', script]);
    expect(exitCode).toBe(3);
    expect(output).toContain('out\n');
    expect(output).toContain('err\n');
  });

  it('counts an end by a signal as a failure', async () => {
    const { exitCode } = await runCommand(process.execPath, ['-e', "process.kill(process.pid, 'SIGKILL')"]);
    expect(exitCode).toBe(1);
  });

  it('throws where the program does not exist', async () => {
    await expect(runCommand('no-such-program', [])).rejects.toThrow('ENOENT');
  });
});
