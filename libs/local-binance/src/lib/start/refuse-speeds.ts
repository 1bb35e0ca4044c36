import { InputError } from '@org/domain';

/** How fast the clocks of an exchange are asked to run. */
export interface Speeds {
  readonly speed: number;
  readonly protocolSpeed: number;
}

/**
 * The market may stand still or go as fast as it can; protocol time must pass, and be a time.
 *
 * @throws InputError `speed`
 */
export function refuseSpeeds({ speed, protocolSpeed }: Speeds): void {
  if (!(speed >= 0)) throw impossible('speed', speed, 'a number from 0, Infinity included');
  if (!(protocolSpeed > 0 && protocolSpeed < Infinity)) {
    throw impossible('protocolSpeed', protocolSpeed, 'a finite number above 0');
  }
}

function impossible(name: keyof Speeds, found: number, allowed: string): InputError {
  return new InputError('speed', { what: `${name} does not take this value`, found: String(found), allowed });
}
