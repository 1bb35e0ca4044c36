import type { MakerTerm } from '@org/simulator';
import type { FitResult } from './fit-and-judge.ts';
import type { Judgement } from './judge.ts';

/** What a fit gave and how it did, as tables in Markdown. */
export function reportLines({ model, fitted, baseRate, all, atBest, behind }: FitResult): readonly string[] {
  return [
    `Fitted on ${fitted} orders, ${percent(baseRate)} of them filled within ${model.horizonMs / 1000} s.`,
    '',
    '| feature | coefficient | mean | deviation | from | to |',
    '| --- | --- | --- | --- | --- | --- |',
    `| (intercept) | ${model.intercept.toFixed(3)} | | | | |`,
    ...Object.entries(model.terms).map(([name, term]) => `| \`${name}\` | ${termCells(term)} |`),
    '',
    '| judged on | orders | filled | log-loss | base rate | base rate in hindsight | gain | blocks |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    `| all | ${judgementCells(all)} |`,
    `| at the best price | ${judgementCells(atBest)} |`,
    `| behind it | ${judgementCells(behind)} |`,
    '',
    '| tenth | orders | predicted | filled |',
    '| --- | --- | --- | --- |',
    ...all.deciles.map(
      ({ count, predicted, observed }, tenth) =>
        `| ${tenth + 1} | ${count} | ${percent(predicted)} | ${percent(observed)} |`,
    ),
  ];
}

function termCells({ coefficient, mean, deviation, least, most }: MakerTerm): string {
  const figures = [coefficient.toFixed(3), mean.toFixed(2), deviation.toFixed(2)];
  return [...figures, least.toFixed(2), most.toFixed(2)].join(' | ');
}

function judgementCells(judgement: Judgement): string {
  const { count, observed, logLoss, baseLogLoss, hindsightLogLoss, gain, gainError, blocks } = judgement;
  const losses = [logLoss, baseLogLoss, hindsightLogLoss].map((loss) => loss.toFixed(4));
  return [count, percent(observed), ...losses, `${gain.toFixed(4)} ± ${gainError.toFixed(4)}`, blocks].join(
    ' | ',
  );
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}
