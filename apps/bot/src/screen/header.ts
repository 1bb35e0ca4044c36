import type { RiskLimits } from '@org/domain';
import type { SeatedStrategy, TradedSpan } from '@org/session';
import { countWords, shareWords, timeWords } from './words.ts';
import { together } from './wrap-words.ts';

/** What a session is made of, as its header tells. */
export interface SessionFacts {
  readonly market: string;
  readonly feeds: readonly string[];
  readonly warnings: readonly string[];
  readonly speed: number;
  readonly span: TradedSpan;
  readonly seated: readonly SeatedStrategy[];
  readonly limits: RiskLimits;
  readonly cash: number;
  readonly quote: string;
  readonly fee: number;
  readonly slippage: number;
  readonly participation: number;
  readonly warmUpBars: number;
  /** The file that commands are written to, if any. */
  readonly commandFile: string | null;
  /** Where those of the session before are kept, if there was one. */
  readonly earlierCommandFile: string | null;
  readonly flattenOnExit: boolean;
}

/** What the session does, with what, within which limits, and how to stop it: a line each, name and text. */
export function headerRows(facts: SessionFacts): readonly (readonly [name: string, text: string])[] {
  const { market, feeds, speed, cash, quote, fee, slippage, participation } = facts;
  return [
    ['venue', 'PAPER: a simulated exchange on this machine, no real money'],
    ['market', `${market}: ${feeds.join(', ')}, ${speedWords(speed)}${spanWords(facts.span)}`],
    ...facts.warnings.map((warning) => ['', warning] as const),
    ...facts.seated.map((seat) => ['strategy', strategyWords(seat)] as const),
    [
      'account',
      `${cash} ${quote}, fee ${shareWords(fee)}, slippage ${shareWords(slippage)}, at most ${shareWords(participation)} of a bar's volume`,
    ],
    ['limits', limitWords(facts.limits)],
    ['warm-up', `${countWords(facts.warmUpBars, 'bar')} before the first decision`],
    ...(facts.commandFile === null ? [] : [['commands', facts.commandFile] as const]),
    ...(facts.earlierCommandFile === null
      ? []
      : [['', `those of the session before: ${facts.earlierCommandFile}`] as const]),
    [
      'stop',
      facts.flattenOnExit
        ? 'Ctrl-C sells everything and ends; a second one ends at once'
        : 'Ctrl-C takes no new entries, cancels resting ones, leaves stops; a second one ends at once',
    ],
  ];
}

function speedWords(speed: number): string {
  if (speed === Infinity) return 'as fast as possible';
  return speed === 1 ? "at the market's pace" : `${speed} times faster than the market`;
}

function spanWords({ fromMs, toMs }: TradedSpan): string {
  const from = fromMs === null ? '' : ` from ${timeWords(fromMs)}`;
  return toMs === null ? from : `${from} to ${timeWords(toMs)}`;
}

function strategyWords({ strategy, share }: SeatedStrategy): string {
  const set = Object.entries(strategy.parameters).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  const words = [strategy.id, ...set].join(' ');
  return share === 1 ? words : `${words}, with ${shareWords(share)} of the account`;
}

function limitWords(limits: RiskLimits): string {
  const share = (value: number | null) => (value === null ? 'off' : shareWords(value));
  return [
    `entry ${share(limits.amountPerTrade)}`,
    `risk per trade ${share(limits.riskPerTrade)}`,
    `stop ${share(limits.stopLoss)}`,
    `target ${targetWords(limits)}`,
    `position ${share(limits.maxPosition)}`,
    `open orders ${limits.maxOpenOrders ?? 'off'}`,
    `daily loss ${share(limits.dailyLoss)}`,
    `drawdown ${share(limits.maxDrawdown)}`,
  ]
    .map(together)
    .join(', ');
}

/** Without a stop of the limits' own only an entry that names one has something to measure its target by. */
function targetWords({ takeProfitRatio, stopLoss }: RiskLimits): string {
  if (takeProfitRatio === null) return 'off';
  return `${takeProfitRatio} times the stop${stopLoss === null ? ' that an entry names' : ''}`;
}
