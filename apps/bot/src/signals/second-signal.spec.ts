import { Subject } from 'rxjs';
import { secondSignal } from './second-signal.ts';

function hear(env: NodeJS.ProcessEnv, times: readonly number[]): readonly string[] {
  const signal$ = new Subject<string>();
  const heard: string[] = [];
  let now = 0;
  signal$
    .pipe(secondSignal({ now: () => now }, env))
    .subscribe((signal) => heard.push(`${signal} at ${now}`));
  for (const time of times) {
    now = time;
    signal$.next('SIGINT');
  }
  return heard;
}

describe('the second signal', () => {
  it('is the one after the first, however soon', () => {
    expect(hear({}, [1_000])).toEqual([]);
    expect(hear({}, [1_000, 1_000, 2_000])).toEqual(['SIGINT at 1000']);
  });

  it('is not the echo that npm sends behind the first', () => {
    const env = { npm_lifecycle_event: 'start' };
    expect(hear(env, [1_000, 1_020, 1_499])).toEqual([]);
    expect(hear(env, [1_000, 1_020, 1_500])).toEqual(['SIGINT at 1500']);
  });
});
