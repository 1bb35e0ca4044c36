import type { Moment } from '../view/session-view.ts';
import type { SessionFacts } from './header.ts';
import type { Ending } from './summary.ts';

/** Puts a session into text for whoever watches: a person at a terminal, a log, or a program. */
export interface Screen {
  begin(facts: SessionFacts): string;
  /** What is new in this moment; empty where nothing is, or where it was told just now. */
  show(moment: Moment, nowMs: number): string;
  end(ending: Ending): string;
}
