/** A stretch of time, `[fromMs, toMs)` in ms UTC. */
export interface TimeSpan {
  readonly fromMs: number;
  readonly toMs: number;
}

/** The same time in as few spans as there can be, ascending; empty ones are left out. */
export function joinSpans(spans: readonly TimeSpan[]): readonly TimeSpan[] {
  const joined: TimeSpan[] = [];
  for (const { fromMs, toMs } of spans.toSorted((a, b) => a.fromMs - b.fromMs)) {
    const last = joined.at(-1);
    if (toMs <= fromMs) continue;
    if (last === undefined || fromMs > last.toMs) joined.push({ fromMs, toMs });
    else joined[joined.length - 1] = { fromMs: last.fromMs, toMs: Math.max(last.toMs, toMs) };
  }
  return joined;
}

/** What of `spans`, which are joined, lies within a span. */
export function spansWithin(spans: readonly TimeSpan[], { fromMs, toMs }: TimeSpan): readonly TimeSpan[] {
  return spans.flatMap((span) => {
    const part = { fromMs: Math.max(fromMs, span.fromMs), toMs: Math.min(toMs, span.toMs) };
    return part.fromMs < part.toMs ? [part] : [];
  });
}

/** What of a span lies outside of `spans`, which are joined. */
export function spansBeside(spans: readonly TimeSpan[], span: TimeSpan): readonly TimeSpan[] {
  const inside = spansWithin(spans, span);
  const starts = [span.fromMs, ...inside.map(({ toMs }) => toMs)];
  const ends = [...inside.map(({ fromMs }) => fromMs), span.toMs];
  return starts.flatMap((fromMs, index) => {
    const toMs = ends[index] ?? fromMs;
    return fromMs < toMs ? [{ fromMs, toMs }] : [];
  });
}

/** Whether a time lies within one of the spans. */
export function isWithin(spans: readonly TimeSpan[], timeMs: number): boolean {
  return spans.some(({ fromMs, toMs }) => timeMs >= fromMs && timeMs < toMs);
}
