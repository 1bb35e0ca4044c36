import { ManualClock } from './manual-clock.ts';

function scheduled(...delaysMs: readonly number[]) {
  const clock = new ManualClock(1000);
  const ran: (readonly [delayMs: number, atMs: number])[] = [];
  const callOff = delaysMs.map((delayMs) => clock.schedule(delayMs, () => ran.push([delayMs, clock.now()])));
  return { clock, ran, callOff };
}

describe('a manual clock', () => {
  it('starts at New Year 2024, UTC', () => {
    expect(new ManualClock().now()).toBe(Date.UTC(2024, 0));
  });

  it('runs what is due in order of time, each at its time, and stands at the end of what passed', () => {
    const { clock, ran } = scheduled(30, 10, 20);
    clock.pass(25);
    expect(ran).toEqual([
      [10, 1010],
      [20, 1020],
    ]);
    expect([clock.now(), clock.pending]).toEqual([1025, 1]);
  });

  it('runs tasks of one time in the order in which they were scheduled', () => {
    const clock = new ManualClock();
    const ran: string[] = [];
    for (const name of ['first', 'second', 'third']) clock.schedule(5, () => ran.push(name));
    clock.pass(5);
    expect(ran).toEqual(['first', 'second', 'third']);
  });

  it('runs what a task schedules within the time that passes', () => {
    const { clock, ran } = scheduled(10);
    clock.schedule(10, () => clock.schedule(5, () => ran.push([15, clock.now()])));
    clock.pass(15);
    expect(ran).toEqual([
      [10, 1010],
      [15, 1015],
    ]);
  });

  it('does not run what was called off', () => {
    const { clock, ran, callOff } = scheduled(10, 20);
    callOff[0]?.();
    clock.pass(20);
    expect(ran).toEqual([[20, 1020]]);
  });

  it('runs late what came due while time was lost, and never goes back', () => {
    const { clock, ran } = scheduled(10);
    clock.lose(50);
    expect([clock.now(), clock.pending]).toEqual([1050, 1]);
    clock.schedule(0, () => clock.lose(100));
    clock.pass(1);
    expect(ran).toEqual([[10, 1050]]);
    expect(clock.now()).toBe(1150);
  });
});
