import type { Field } from '../../indicator/bar.ts';
import { fieldOf } from '../input/job.ts';
import type { Job } from '../input/job.ts';
import type { Market } from '../input/market.ts';
import { packAmounts, packChanges, packLevels } from '../input/packing.ts';
import { packLastChange, packLastMove, packSessionStarts } from '../input/packing.ts';
import type { Block } from '../input/packing.ts';
import type { Graph, KernelArgument, Operand, Twin } from './graph.ts';

/** A column to be uploaded: its parts, and what is in them for a block of series. */
export interface UploadedColumn {
  readonly key: string;
  /** Values for every bar of a series. */
  readonly parts: number;
  /** Fills `[parts][series][bar]`, whatever is there. */
  pack(market: Market, block: Block, packed: Float32Array): void;
}

/** One launch of a kernel; it writes a value for every bar of so many rows of every series. */
export interface Step {
  readonly source: string;
  readonly rows: number;
  readonly values: readonly KernelArgument[];
}

/** One output of one of the jobs, by their order, and the step that computes it. */
export interface PlannedOutput {
  readonly job: number;
  readonly name: string;
  readonly lines: Twin['lines'];
  readonly step: number;
}

/** All launches of some jobs in their order. Columns are shared between the jobs, so each is uploaded once. */
export class Recording {
  readonly bars: number;
  readonly columns: UploadedColumn[] = [];
  readonly steps: Step[] = [];
  readonly outputs: PlannedOutput[] = [];
  #jobs = 0;

  constructor(bars: number) {
    this.bars = bars;
  }

  add(job: Job, twin: Twin): void {
    const planned = twin.plan(this.#graph(job), job.sets);
    for (const [name, { reference }] of Object.entries(planned)) {
      this.outputs.push({ job: this.#jobs, name, lines: twin.lines, step: reference.index });
    }
    this.#jobs += 1;
  }

  #graph(job: Job): Graph {
    const launch =
      (rows: number, row: string) =>
      (source: string, ...values: readonly KernelArgument[]): Operand => ({
        reference: { from: 'step', index: this.steps.push({ source, rows, values }) - 1 },
        at: (argument, bar) => `${argument}[this.thread.z][${row}][${bar}]`,
      });
    return {
      bars: this.bars,
      level: (input) => this.#level(fieldOf(job, input)),
      change: (input) => this.#change(fieldOf(job, input)),
      amount: (input) => this.#amount(fieldOf(job, input)),
      lastChange: (input) => this.#lastChange(fieldOf(job, input)),
      lastMove: () => this.#column({ key: 'last move', parts: 1, pack: packLastMove }),
      sessionStarts: (kinds) =>
        this.#column({
          key: `sessions ${kinds.join(' ')}`,
          parts: kinds.length,
          pack: (market, block, packed) => packSessionStarts(market, kinds, block, packed),
        }),
      perSeries: launch(1, '0'),
      perSet: launch(job.sets.length, 'this.thread.y'),
    };
  }

  #level(field: Field): Operand {
    return this.#column({
      key: `level ${field}`,
      parts: 2,
      pack: (market, block, packed) => packLevels(market, field, block, packed),
    });
  }

  #change(field: Field): Operand {
    return this.#column({
      key: `change ${field}`,
      parts: 2,
      pack: (market, block, packed) => packChanges(market, field, block, packed),
    });
  }

  #amount(field: Field): Operand {
    return this.#column({
      key: `amount ${field}`,
      parts: 1,
      pack: (market, block, packed) => packAmounts(market, field, block, packed),
    });
  }

  #lastChange(field: Field): Operand {
    return this.#column({
      key: `last change ${field}`,
      parts: 1,
      pack: (market, block, packed) => packLastChange(market, field, block, packed),
    });
  }

  #column(column: UploadedColumn): Operand {
    const known = this.columns.findIndex(({ key }) => key === column.key);
    const index = known === -1 ? this.columns.push(column) - 1 : known;
    return {
      reference: { from: 'column', index },
      at: (argument, bar) => `${argument}[0][this.thread.z][${bar}]`,
    };
  }
}
