const HEADER = 'open_time,open,high,low,close,volume';

/** 2024-01-01 00:00 UTC. */
export const START = 1_704_067_200_000;
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

/** What a file of bars is made from. */
export interface BarsToWrite {
  readonly bars: number;
  readonly stepMs?: number;
  readonly start?: number;
  /** The price around which the bars swing. */
  readonly level?: number;
}

/** The lines of bars whose closes swing by a tenth, up and down every 80 bars: averages cross, and trades are made. */
export function barLines({ bars, stepMs = HOUR, start = START, level = 40_000 }: BarsToWrite): string[] {
  const closeAt = (bar: number) => level * (1 + 0.1 * Math.sin((bar * Math.PI) / 40));
  return Array.from({ length: bars }, (_, bar) => {
    const open = closeAt(bar - 1);
    const close = closeAt(bar);
    const high = Math.max(open, close) * 1.001;
    const low = Math.min(open, close) * 0.999;
    const prices = [open, high, low, close].map((price) => price.toFixed(2));
    return [start + bar * stepMs, ...prices, '1000'].join(',');
  });
}

/** The text of a file with these lines. */
export function barFile(lines: readonly string[]): string {
  return `${[HEADER, ...lines].join('\n')}\n`;
}
