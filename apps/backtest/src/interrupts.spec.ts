import { interruptsOf } from './interrupts.ts';

/** A process of which only its signals matter. */
class Signalled {
  readonly listeners = new Set<() => void>();
  readonly codes: number[] = [];

  on(_signal: string, listener: () => void): void {
    this.listeners.add(listener);
  }

  off(_signal: string, listener: () => void): void {
    this.listeners.delete(listener);
  }

  exit(code: number): void {
    this.codes.push(code);
  }

  press(): void {
    for (const listener of this.listeners) listener();
  }
}

describe('Ctrl-C', () => {
  function listening(env: NodeJS.ProcessEnv = {}) {
    const process = new Signalled();
    let stops = 0;
    const end = interruptsOf(process, env)(() => (stops += 1));
    return { process, end, stopped: () => stops };
  }

  it('asks for an end the first time, and ends the process with 130 the second time', () => {
    const { process, stopped } = listening();
    process.press();
    expect([stopped(), process.codes]).toEqual([1, []]);
    process.press();
    expect([stopped(), process.codes]).toEqual([1, [130]]);
  });

  it('under npm comes as two signals, which are one press', () => {
    const { process, stopped } = listening({ npm_lifecycle_event: 'backtest' });
    process.press();
    process.press();
    expect([stopped(), process.codes]).toEqual([1, []]);
    process.press();
    expect(process.codes).toEqual([130]);
  });

  it('does what it always does when the command is over, unless it was pressed', () => {
    const quiet = listening();
    quiet.end();
    expect(quiet.process.listeners.size).toBe(0);
    const pressed = listening();
    pressed.process.press();
    pressed.end();
    expect(pressed.process.listeners.size).toBe(1);
  });
});
