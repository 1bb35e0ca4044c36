/** Whether so much time lies between two times. A clock that is set back must not silence what is told now and then. */
export function hasPassed(ms: number, sinceMs: number, nowMs: number): boolean {
  return Math.abs(nowMs - sinceMs) >= ms;
}
