import { indicators } from '../../catalogue.ts';
import { ColumnError } from '../../errors/column-error.ts';
import type { Field } from '../../indicator/bar.ts';
import type { Row } from '../../indicator/row.ts';
import { parameterSets } from './parameter-sets.ts';
import type { Grid, ParameterLists, ParameterSet } from './parameter-sets.ts';

/** One indicator with some sets of parameters. `source` names another field for one that reads a single column. */
export interface DeviceRequest {
  readonly indicator: string;
  readonly options?: ParameterLists | Grid;
  readonly source?: Field;
}

/** A checked request. */
export interface Job {
  readonly row: Row;
  readonly sets: readonly ParameterSet[];
  readonly source: Field | undefined;
}

/** @throws UnknownIndicatorError, OptionError, or ColumnError for a source that the indicator cannot take. */
export function readRequest({ indicator, options, source }: DeviceRequest): Job {
  const row = indicators.get(indicator);
  if (source !== undefined && row.inputs.length !== 1) {
    throw new ColumnError(indicator, source, {
      got: 'a source for an indicator that reads several columns',
      allowed: row.inputs.join(', '),
      hint: 'Leave the source out.',
    });
  }
  return { row, sets: parameterSets(row, options), source };
}

/** The field that stands for one of the indicator's inputs. */
export const fieldOf = (job: Job, input: Field): Field => job.source ?? input;

/** Bytes that the results of one series take. */
export const bytesPerSeries = (jobs: readonly Job[], bars: number): number =>
  jobs.reduce((sum, { row, sets }) => sum + row.outputs.length * sets.length * bars * 4, 0);
