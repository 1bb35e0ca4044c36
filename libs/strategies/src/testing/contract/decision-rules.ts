import type { Intent } from '@org/domain';
import { canonicalJson } from '@org/domain';
import { scaleFrom } from '../market/scale-from.ts';
import { marketsOf, rehearse } from '../rehearsal/rehearse.ts';
import type { ContractRule } from './contract-rule.ts';

/** What a reader of a report, and a trader, rely on. */
export const decisionRules: readonly ContractRule[] = [
  {
    name: 'wants something at times',
    violations: (definition, setup) =>
      rehearse(definition, setup).some(({ intents }) => intents.length > 0)
        ? []
        : ['nothing was wanted on any bar: rehearse it on others'],
  },
  {
    name: 'gives the numbers in every reason',
    violations: (definition, setup) =>
      rehearse(definition, setup)
        .flatMap(({ intents }) => intents)
        .filter((intent) => !/\d/.test(reasonOf(intent)))
        .slice(0, 1)
        .map((intent) => canonicalJson(intent)),
  },
  {
    name: 'decides nothing otherwise when later bars change',
    violations: (definition, setup) => {
      const markets = marketsOf(setup);
      const known = Math.floor(Math.min(...markets.map(({ openTime }) => openTime.length)) * 0.6);
      const whole = rehearse(definition, { ...setup, markets });
      const cut = rehearse(definition, {
        ...setup,
        markets: markets.map((market) => scaleFrom(market, known, 2)),
      });
      const end = markets[0]?.openTime[known] ?? 0;
      const [before, same] = [whole, cut].map((decisions) => decisions.filter(({ time }) => time <= end));
      return canonicalJson(before) === canonicalJson(same) ? [] : [`decisions up to ${end} differ`];
    },
  },
];

function reasonOf(intent: Intent): string {
  return 'reason' in intent ? intent.reason : '0';
}
