import { ManualClock } from '@org/domain/testing';
import { Liveness } from './liveness.ts';
import { STREAM_TERMS } from './socket-terms.ts';

function connected(answers: (ping: number) => boolean) {
  const clock = new ManualClock();
  const start = clock.now();
  const told: string[] = [];
  let pings = 0;
  const liveness: Liveness = new Liveness({
    terms: STREAM_TERMS,
    clock,
    ping: (payload) => {
      pings += 1;
      if (answers(pings)) liveness.pong(payload);
    },
    end: (why) => told.push(`${why} after ${(clock.now() - start) / 1000} s`),
  });
  liveness.start();
  return { clock, told, liveness, pings: () => pings };
}

describe('a connection', () => {
  it('is pinged every 20 s', () => {
    const { clock, pings } = connected(() => true);
    clock.pass(19_999);
    expect(pings()).toBe(0);
    clock.pass(1);
    expect(pings()).toBe(1);
    clock.pass(60_000);
    expect(pings()).toBe(4);
  });

  it('lives 24 hours while its pongs come back', () => {
    const { clock, told } = connected(() => true);
    clock.pass(86_399_999);
    expect(told).toEqual([]);
    clock.pass(1);
    expect(told).toEqual(['lifetime after 86400 s']);
  });

  it('ends a minute after a ping that nobody answers', () => {
    const { clock, told } = connected(() => false);
    clock.pass(200_000);
    expect(told).toEqual(['pongTimeout after 80 s']);
  });

  it('is forgiven the pings before the one it answers', () => {
    const { clock, told } = connected((ping) => ping % 3 === 0);
    clock.pass(600_000);
    expect(told).toEqual([]);
  });

  it('is not kept alive by pongs that answer no ping', () => {
    const { clock, told, liveness } = connected(() => false);
    for (let second = 0; second < 100; second += 1) {
      liveness.pong('');
      liveness.pong('something else');
      clock.pass(1000);
    }
    expect(told).toEqual(['pongTimeout after 80 s']);
  });

  it('is left alone once it has stopped', () => {
    const { clock, told, liveness, pings } = connected(() => false);
    clock.pass(20_000);
    liveness.stop();
    clock.pass(86_400_000);
    expect([told, pings(), clock.pending]).toEqual([[], 1, 0]);
  });
});
