import type { Logger } from '@org/telemetry';
import type { Moment } from '../view/session-view.ts';

/** Logs what happens to orders and what a person should see; bars are too many. */
export function logMoment(log: Logger, { stepped: { event, commands } }: Moment): void {
  if (event.kind !== 'candleClosed' && event.kind !== 'candlesMissing') log.info(event.kind, { event });
  for (const command of commands) {
    if (command.kind === 'alert') log.warn(command.message, { command });
    else if (command.kind === 'refused') log.debug('refused', { command });
    else log.info(command.kind, { command });
  }
}
