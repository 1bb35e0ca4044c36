import type { SpotInstrument } from '@org/domain';
import type { MakerProbabilityModel } from '@org/simulator';
import { makerProbability, SeededRng } from '@org/simulator';
import type { Capture } from './capture.ts';
import { fitModel } from './fit-model.ts';
import type { Judgement } from './judge.ts';
import { judge } from './judge.ts';
import { takeSamples } from './take-samples.ts';

export interface FitOptions {
  readonly instrument: SpotInstrument;
  /** Samples from here on judge; those that were over before it fit. By the exchange's clock, in milliseconds. */
  readonly judgedFrom: number;
}

export interface FitResult {
  readonly model: MakerProbabilityModel;
  /** How many samples the fit had, and the share of them that was filled. */
  readonly fitted: number;
  readonly baseRate: number;
  readonly all: Judgement;
  /** Of orders at the best price of their side, and of those behind it. */
  readonly atBest: Judgement;
  readonly behind: Judgement;
}

const HORIZON_MS = 10_000;
const SEED = 1;

/** Fits the model on the earlier part of a capture, and judges it on the later one; no sample has a part in both. */
export function fitAndJudge(capture: Capture, { instrument, judgedFrom }: FitOptions): FitResult {
  const rng = new SeededRng(SEED);
  const samples = takeSamples(capture, { instrument, horizonMs: HORIZON_MS, rng });
  const earlier = samples.filter(({ time }) => time + HORIZON_MS < judgedFrom);
  const later = samples.filter(({ time }) => time >= judgedFrom);
  const model = fitModel(earlier, HORIZON_MS);
  const baseRate = earlier.filter(({ isFilled }) => isFilled).length / earlier.length;
  const judged = (part: typeof later) =>
    judge(part, (features) => makerProbability(model, features), baseRate);
  return {
    model,
    fitted: earlier.length,
    baseRate,
    all: judged(later),
    atBest: judged(later.filter(({ ticksBehind }) => ticksBehind === 0)),
    behind: judged(later.filter(({ ticksBehind }) => ticksBehind > 0)),
  };
}
