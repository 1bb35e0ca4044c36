import type { Halt } from './risk-state.ts';

const NAMES = {
  none: 'none',
  dailyLoss: 'daily loss',
  drawdown: 'drawdown',
  killSwitch: 'kill switch',
} as const satisfies Record<Halt['kind'], string>;

/** What a person calls the halt, in alerts and on screens: `daily loss`. */
export function haltName(halt: Halt): string {
  return NAMES[halt.kind];
}
