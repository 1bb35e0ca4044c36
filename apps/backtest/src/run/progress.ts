import type { Surroundings } from '../surroundings.ts';

/** Shows how far a long run is. */
export interface Progress {
  readonly show: (bars: number, ofBars: number) => void;
  readonly end: () => void;
}

/** A bar on a terminal, from the first word about progress on: a short run never shows one. */
export async function showProgress(terminal: Surroundings['terminal']): Promise<Progress> {
  if (terminal === null) return { show: () => undefined, end: () => undefined };
  const { Presets, SingleBar } = await import('cli-progress');
  const bar = new SingleBar(
    {
      stream: terminal,
      format: '{bar} {percentage}% | {value} of {total} bars',
      clearOnComplete: true,
      // A run holds the thread, so a handler for Ctrl-C would never run: the default, which ends the process, stays.
      gracefulExit: false,
      // Left as it is for the same reason: nobody would switch it on again.
      linewrap: true,
    },
    Presets.shades_classic,
  );
  let isShown = false;
  return {
    show: (bars, ofBars) => {
      if (isShown) bar.update(bars);
      else bar.start(ofBars, bars);
      isShown = true;
    },
    end: () => {
      if (isShown) bar.stop();
    },
  };
}
