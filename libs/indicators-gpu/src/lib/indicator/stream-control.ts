import { SnapshotError } from '../errors/snapshot-error.ts';
import type { Session } from './session.ts';
import type { Snapshot } from './snapshot.ts';

/** What every stream can do beside taking the next bar. */
export interface StreamControl {
  /** All that the stream remembers, as plain data fit for JSON. */
  snapshot(): Snapshot;
  /**
   * Goes on from where the snapshot was taken.
   * @throws SnapshotError when it was taken from another indicator or with other options; the stream is as new then.
   */
  restore(saved: Snapshot): void;
  /** Forgets everything, as if the next bar were the first. */
  reset(): void;
}

export function controlStream(
  indicator: string,
  options: Readonly<Record<string, number | string>>,
  session: Session,
): StreamControl {
  return {
    snapshot: () => ({ indicator, options, parts: session.memory.save() }),
    restore: (saved) => {
      session.reset();
      checkOrigin(indicator, options, saved);
      if (session.load(saved.parts)) return;
      throw new SnapshotError(indicator, {
        got: 'parts that do not fit',
        allowed: 'the parts of a snapshot of this version',
      });
    },
    reset: () => session.reset(),
  };
}

function checkOrigin(indicator: string, options: object, saved: Snapshot): void {
  if (saved.indicator !== indicator) {
    throw new SnapshotError(indicator, {
      got: `one of ${String(saved.indicator)}`,
      allowed: `one of ${indicator}`,
    });
  }
  const [got, allowed] = [JSON.stringify(saved.options), JSON.stringify(options)];
  if (got !== allowed) throw new SnapshotError(indicator, { got: `options ${got}`, allowed });
}
