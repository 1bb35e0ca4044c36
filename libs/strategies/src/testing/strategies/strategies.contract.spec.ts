import { builtInStrategies } from '../../index.ts';
import {
  describeStrategyContract,
  filteredTrend,
  grid,
  patientBuyer,
  rotation,
  secondOpinion,
} from '../../testing.ts';

const twoMarkets = { symbols: ['BTCUSDT', 'ETHUSDT'] } as const;

for (const definition of builtInStrategies.values()) {
  describeStrategyContract(definition, { describe, it });
  describeStrategyContract(definition, { describe, it }, { interval: '1m', symbols: ['ETHUSDT'] });
}
describeStrategyContract(rotation, { describe, it }, twoMarkets);
describeStrategyContract(filteredTrend, { describe, it });
describeStrategyContract(grid, { describe, it });
describeStrategyContract(patientBuyer, { describe, it });
describeStrategyContract(secondOpinion, { describe, it }, { answer: lastMove });

function lastMove(_task: string, closes: unknown): number {
  const known = Array.isArray(closes) ? closes.map(Number) : [];
  return (known.at(-1) ?? 0) - (known[0] ?? 0);
}
