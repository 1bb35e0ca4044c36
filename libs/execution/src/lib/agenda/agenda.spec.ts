import { Agenda } from './agenda.ts';

const timer = (name: string, fireTime: number, time = 0) =>
  ({ kind: 'setTimer', time, strategyId: 's', name, fireTime }) as const;

describe('the agenda', () => {
  it('gives timers in the order of time, and only those before the given one', () => {
    const agenda = new Agenda();
    agenda.setTimer(timer('late', 30));
    agenda.setTimer(timer('early', 10));
    expect(agenda.nextTime).toBe(10);
    expect(agenda.takeBefore(10)).toBeUndefined();
    expect(agenda.takeBefore(11)).toEqual({ kind: 'timerFired', time: 10, strategyId: 's', name: 'early' });
    expect(agenda.takeBefore(31)).toMatchObject({ name: 'late' });
    expect(agenda.takeBefore(Infinity)).toBeUndefined();
    expect(agenda.nextTime).toBe(Infinity);
  });

  it('gives what is due at one time in the order in which it was asked for', () => {
    const agenda = new Agenda();
    for (const name of ['first', 'second', 'third']) agenda.setTimer(timer(name, 10));
    const names = [1, 2, 3]
      .map(() => agenda.takeBefore(11))
      .map((due) => due?.kind === 'timerFired' && due.name);
    expect(names).toEqual(['first', 'second', 'third']);
  });

  it('moves a timer that is set again', () => {
    const agenda = new Agenda();
    agenda.setTimer(timer('main', 10));
    agenda.setTimer(timer('main', 20));
    expect(agenda.takeBefore(Infinity)).toMatchObject({ time: 20 });
    expect(agenda.takeBefore(Infinity)).toBeUndefined();
  });

  it('fires a timer of the past at once, never before it was set', () => {
    const agenda = new Agenda();
    agenda.setTimer(timer('main', 10, 50));
    expect(agenda.nextTime).toBe(50);
  });

  it('lets no strategy wake itself at the same moment again and again', () => {
    const agenda = new Agenda();
    agenda.setTimer(timer('main', 10, 50));
    agenda.takeBefore(Infinity);
    expect(() => agenda.setTimer(timer('main', 10, 50))).toThrow(
      'strategy s sets timer main for the moment at which a timer of it has fired, or earlier; found 10 ms; ' +
        'allowed: a time after 50 ms, which is 1970-01-01T00:00:00.050Z',
    );
    expect(() => agenda.setTimer(timer('other', 50, 50))).toThrow('sets timer other');
    agenda.setTimer({ ...timer('main', 50, 50), strategyId: 'another' });
    agenda.setTimer(timer('main', 51, 50));
    expect(agenda.takeBefore(Infinity)).toMatchObject({ strategyId: 'another', time: 50 });
    expect(agenda.takeBefore(Infinity)).toMatchObject({ strategyId: 's', time: 51 });
  });

  it('answers a computation after its declared delay', () => {
    const double = {
      delayMs: 500,
      compute: (input: unknown) => (typeof input === 'number' ? input * 2 : null),
    };
    const agenda = new Agenda(new Map([['double', double]]));
    agenda.compute({ kind: 'compute', time: 100, strategyId: 's', task: 'double', input: 21 });
    expect(agenda.takeBefore(Infinity)).toEqual({
      kind: 'computed',
      time: 600,
      strategyId: 's',
      task: 'double',
      result: 42,
    });
  });

  it('refuses a computation that nobody offers', () => {
    const agenda = new Agenda(new Map([['double', { delayMs: 0, compute: () => null }]]));
    expect(() =>
      agenda.compute({ kind: 'compute', time: 0, strategyId: 's', task: 'tripel', input: 1 }),
    ).toThrow(/found tripel; allowed: double/);
  });
});
