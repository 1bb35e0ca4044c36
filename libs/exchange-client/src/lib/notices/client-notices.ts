import type { ConnectionLost, ConnectionRestored } from '@org/domain';

/** The part of a log that the client writes to. */
export interface ClientLog {
  info(message: string, fields?: Readonly<Record<string, unknown>>): void;
  warn(message: string, fields?: Readonly<Record<string, unknown>>): void;
}

/** Where the client tells what becomes of it, besides its answers: to a log, to what counts, and as events. */
export interface ClientNotices {
  readonly log?: ClientLog;
  /** A value that has changed, by the name of what is measured. */
  readonly onMetric?: (name: string, value: number) => void;
  readonly onEvent?: (event: ConnectionLost | ConnectionRestored) => void;
}

/** What the way of requests and answers is called among the connections. */
const REST = 'rest';
/** 1 while nothing goes, 0.5 while one request tries, 0 otherwise. */
const CIRCUIT_METRIC = 'exchange_client_circuit_open';
const OPENINGS_METRIC = 'exchange_client_circuit_openings';

/** Tells what becomes of the circuit: how it stands as a metric, in the log, and as a connection that was lost or is back. */
export function circuitNotices(
  { log, onMetric, onEvent }: ClientNotices,
  nowMs: () => number,
): (state: 'open' | 'halfOpen' | 'closed') => void {
  let openings = 0;
  let isLost = false;
  return (state) => {
    switch (state) {
      case 'open':
        openings += 1;
        onMetric?.(CIRCUIT_METRIC, 1);
        onMetric?.(OPENINGS_METRIC, openings);
        log?.warn('the exchange has not answered for a while: nothing is sent to it', { openings });
        // A probe that fails opens it again; the connection is lost once.
        if (!isLost) onEvent?.({ kind: 'connectionLost', time: nowMs(), stream: REST });
        isLost = true;
        return;
      case 'halfOpen':
        onMetric?.(CIRCUIT_METRIC, 0.5);
        log?.info('one request tries whether the exchange answers again');
        return;
      case 'closed':
        onMetric?.(CIRCUIT_METRIC, 0);
        log?.info('the exchange answers again');
        if (isLost) onEvent?.({ kind: 'connectionRestored', time: nowMs(), stream: REST });
        isLost = false;
        return;
    }
  };
}
