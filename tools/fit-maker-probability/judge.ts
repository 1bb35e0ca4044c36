import type { MakerFeatures } from '@org/simulator';
import type { Sample } from './sample.ts';

/** Predictions of one size, from the lowest tenth to the highest, and what came true of them. */
export interface Decile {
  readonly count: number;
  readonly predicted: number;
  readonly observed: number;
}

/** How well probabilities told what came true. Losses are mean −ln(probability of what happened), in nats. */
export interface Judgement {
  readonly count: number;
  /** The share that was filled. */
  readonly observed: number;
  readonly logLoss: number;
  /** Of who says the same for every order. */
  readonly baseLogLoss: number;
  /** Of who says the same for every order, and knew beforehand which share would be filled. */
  readonly hindsightLogLoss: number;
  /** Base less model: above 0 the model knows something. */
  readonly gain: number;
  /** Of the gain, from means over blocks of time, since orders near each other share their fate. */
  readonly gainError: number;
  readonly blocks: number;
  readonly deciles: readonly Decile[];
}

const BLOCK_MS = 30_000;
const TENTHS = 10;

/** Judges `probability` on samples that it has not seen, against `baseRate`, the share filled among those that it has. */
export function judge(
  samples: readonly Sample[],
  probability: (features: MakerFeatures) => number,
  baseRate: number,
): Judgement {
  const judged = samples.map(({ time, features, isFilled }) => {
    const predicted = probability(features);
    const loss = lossOf(predicted, isFilled);
    return { time, predicted, isFilled, loss, gain: lossOf(baseRate, isFilled) - loss };
  });
  const observed = mean(judged.map(({ isFilled }) => Number(isFilled)));
  const gains = gainsOfBlocks(judged);
  const logLoss = mean(judged.map(({ loss }) => loss));
  const gain = mean(judged.map((each) => each.gain));
  return {
    count: judged.length,
    observed,
    logLoss,
    baseLogLoss: logLoss + gain,
    hindsightLogLoss: entropyOf(observed),
    gain,
    gainError: standardError(gains),
    blocks: gains.length,
    deciles: decilesOf(judged),
  };
}

function decilesOf(judged: readonly { predicted: number; isFilled: boolean }[]): readonly Decile[] {
  const sorted = judged.toSorted((a, b) => a.predicted - b.predicted);
  const from = (tenth: number) => Math.round((sorted.length * tenth) / TENTHS);
  return Array.from({ length: TENTHS }, (_, tenth) => {
    const part = sorted.slice(from(tenth), from(tenth + 1));
    return {
      count: part.length,
      predicted: mean(part.map(({ predicted }) => predicted)),
      observed: mean(part.map(({ isFilled }) => Number(isFilled))),
    };
  });
}

/** The mean gain of each block of time, which are nearly independent of each other. */
function gainsOfBlocks(judged: readonly { time: number; gain: number }[]): readonly number[] {
  const blocks = new Map<number, number[]>();
  for (const { time, gain } of judged) {
    const block = Math.floor(time / BLOCK_MS);
    blocks.set(block, [...(blocks.get(block) ?? []), gain]);
  }
  return [...blocks.values()].map(mean);
}

function entropyOf(share: number): number {
  return share * lossOf(share, true) + (1 - share) * lossOf(share, false);
}

function lossOf(probability: number, isTrue: boolean): number {
  return -Math.log(isTrue ? probability : 1 - probability);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function standardError(values: readonly number[]): number {
  const centre = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1) / values.length);
}
