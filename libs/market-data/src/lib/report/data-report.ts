import type { CandleSeries } from '@org/domain';
import { INTERVAL_MS } from '@org/domain';
import { findGaps } from './gaps.ts';
import { findStraightLines } from './straight-lines.ts';
import type { Stretches } from './stretches.ts';
import { sumUp } from './stretches.ts';

/** What is to be known of bars before they are believed. */
export interface DataReport {
  readonly files: readonly FileFacts[];
  readonly bars: number;
  /** The open of the first bar, in ms UTC. */
  readonly from: number;
  /** The close of the last bar, in ms UTC. */
  readonly to: number;
  /** Bars that are missing between the first and the last. */
  readonly gaps: Stretches;
  readonly zeroVolumeBars: number;
  /** Bars that lie on straight lines and were probably made up. */
  readonly straightLines: Stretches;
}

/** One file that bars came from. */
export interface FileFacts {
  readonly name: string;
  /** Of the file as it is stored, packed or not. */
  readonly sha256: string;
  readonly bars: number;
}

/** Examines a series of at least one bar. */
export function reportOn(series: CandleSeries, files: readonly FileFacts[]): DataReport {
  const { openTime, volume, interval } = series;
  const bars = openTime.length;
  return {
    files,
    bars,
    from: openTime[0]!,
    to: openTime[bars - 1]! + INTERVAL_MS[interval],
    gaps: sumUp(findGaps(series)),
    zeroVolumeBars: volume.reduce((count, traded) => (traded === 0 ? count + 1 : count), 0),
    straightLines: sumUp(findStraightLines(series)),
  };
}

/** What a reader should be told of the data, a sentence each; nothing where all is as it should be. */
export function dataWarnings({ bars, gaps, zeroVolumeBars, straightLines }: DataReport): readonly string[] {
  const warnings: string[] = [];
  if (gaps.longest !== null) {
    warnings.push(
      `${counted(gaps.count, 'gap')}, ${counted(gaps.bars, 'bar')} missing${where(gaps)}; nothing is filled in`,
    );
  }
  if (straightLines.longest !== null) {
    const lines = straightLines.count === 1 ? 'a straight line' : 'straight lines';
    warnings.push(
      `${counted(straightLines.bars, 'bar')} on ${lines}${where(straightLines)}, probably made up`,
    );
  }
  if (zeroVolumeBars > 0) {
    warnings.push(`${figureOf(zeroVolumeBars)} of ${counted(bars, 'bar')} without volume`);
  }
  return warnings;
}

/** Of several stretches the longest one, for a reader to look at. */
function where({ count, longest }: Stretches): string {
  if (longest === null) return '';
  const begin = minuteOf(longest.openTime);
  return count === 1 ? ` from ${begin}` : `; the longest has ${counted(longest.bars, 'bar')} from ${begin}`;
}

function minuteOf(time: number): string {
  return new Date(time).toISOString().slice(0, 16).replace('T', ' ');
}

function counted(count: number, what: string): string {
  return `${figureOf(count)} ${what}${count === 1 ? '' : 's'}`;
}

function figureOf(count: number): string {
  return count.toLocaleString('en-US');
}
