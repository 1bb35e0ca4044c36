import type { Desk } from '@org/execution';
import { JsonScreen } from './json-screen.ts';
import { inColour, plain } from './paint.ts';
import type { Screen } from './screen.ts';
import { TextScreen } from './text-screen.ts';

/** Who watches. */
export interface Watcher {
  readonly json: boolean;
  /** The width of a terminal; null for a file or a pipe. */
  readonly columns: number | null;
  readonly colour: boolean;
}

const TERMINAL_STATUS_MS = 100;
const LOG_STATUS_MS = 2_000;

/** The screen for who watches. `startEquity` is in quote. */
export function chooseScreen(desk: Desk, startEquity: number, { json, columns, colour }: Watcher): Screen {
  if (json) return new JsonScreen();
  return new TextScreen(desk, startEquity, {
    paint: colour && columns !== null ? inColour : plain,
    columns,
    statusEveryMs: columns === null ? LOG_STATUS_MS : TERMINAL_STATUS_MS,
  });
}
