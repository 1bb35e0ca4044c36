import type { Desk } from '@org/execution';
import type { Moment } from '../view/session-view.ts';
import { FloodGate } from './flood-gate.ts';
import { hasPassed } from './has-passed.ts';
import type { SessionFacts } from './header.ts';
import { headerRows } from './header.ts';
import type { OrderLine } from './order-lines.ts';
import { orderLines } from './order-lines.ts';
import type { Paint } from './paint.ts';
import type { Screen } from './screen.ts';
import { statusLine } from './status-line.ts';
import type { Ending } from './summary.ts';
import { summaryRows } from './summary.ts';
import { timeWords } from './words.ts';
import { wrapWords } from './wrap-words.ts';

const REFUSALS_EVERY_MS = 60_000;
const NAME_WIDTH = 12;
const WORD_WIDTH = 10;

/** How a screen of text is told apart: a terminal keeps the status in its last line, a log gets one now and then. */
export interface TextScreenOptions {
  readonly paint: Paint;
  /** The width of the terminal; null for a log. */
  readonly columns: number | null;
  readonly statusEveryMs: number;
}

const CLEAR_LINE = '\r\u001B[2K';

/** Lines for a person: a header, what happens to orders, where the session stands, a summary. */
export class TextScreen implements Screen {
  readonly #desk: Desk;
  readonly #options: TextScreenOptions;
  readonly #refusals = new FloodGate(REFUSALS_EVERY_MS);
  readonly #startEquity: number;
  #statusTime = -Infinity;

  constructor(desk: Desk, startEquity: number, options: TextScreenOptions) {
    this.#desk = desk;
    this.#startEquity = startEquity;
    this.#options = options;
  }

  begin(facts: SessionFacts): string {
    const { paint } = this.#options;
    return `${paint('Onestep', 'title')}\n${this.#rows(headerRows(facts))}\n`;
  }

  show(moment: Moment, nowMs: number): string {
    const lines = orderLines(this.#desk, moment)
      .filter(({ flood }) => this.#refusals.passes(flood, nowMs))
      .map((line) => this.#line(line));
    const isDue =
      moment.stepped.event.kind === 'candleClosed' &&
      hasPassed(this.#options.statusEveryMs, this.#statusTime, nowMs);
    if (isDue) this.#statusTime = nowMs;
    if (!isDue && lines.length === 0) return '';
    const { columns, paint } = this.#options;
    if (columns === null) return [...lines, ...(isDue ? [`${this.#statusOf(moment)}\n`] : [])].join('');
    return `${CLEAR_LINE}${lines.join('')}${paint(this.#statusOf(moment, Math.max(1, columns - 1)), 'status')}`;
  }

  end(ending: Ending): string {
    const clear = this.#options.columns === null ? '' : CLEAR_LINE;
    return `${clear}\n${this.#rows(summaryRows(ending))}`;
  }

  #statusOf({ view }: Moment, width?: number): string {
    return statusLine(this.#desk, view, this.#startEquity, width);
  }

  #line({ time, word, text }: OrderLine): string {
    return `${timeWords(time)}  ${this.#options.paint(word.padEnd(WORD_WIDTH), word)}${text}\n`;
  }

  /** Names beside their texts; a text that is longer than the terminal is wide goes on below itself. */
  #rows(rows: readonly (readonly [name: string, text: string])[]): string {
    const { columns, paint } = this.#options;
    const width = columns === null ? Infinity : columns - NAME_WIDTH;
    return rows
      .map(([name, text]) => {
        const lines = wrapWords(text, width).join(`\n${' '.repeat(NAME_WIDTH)}`);
        return `${paint(name.padEnd(NAME_WIDTH), 'name')}${lines}\n`;
      })
      .join('');
  }
}
