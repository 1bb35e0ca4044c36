import { RateLedger } from '../src/lib/limits/rate-ledger.ts';
import { WaitingLine } from '../src/lib/limits/waiting-line.ts';
import { ServerTime } from '../src/lib/server-time/server-time.ts';
import { DOCUMENTED_LIMITS } from '../src/lib/venues/binance/instruments/rate-limits.ts';
import { BinanceRest } from '../src/lib/venues/binance/rest/binance-rest.ts';
import { RequestGuard } from '../src/lib/venues/binance/rest/request-guard.ts';
import { HastyClock } from './hasty-clock.ts';
import type { StubTransport } from './stub-transport.ts';

/** Requests to a server in memory: nothing is asked twice, and nobody signs. */
export function stubRest(transport: StubTransport): BinanceRest {
  const time = new ServerTime(() => 0, 1_700_000_000_000);
  const ledger = new RateLedger({ limits: DOCUMENTED_LIMITS, nowMs: () => time.nowMs() });
  const line = new WaitingLine(ledger, new HastyClock());
  const guard = new RequestGuard({ retries: 0, failuresToOpen: 100 });
  return new BinanceRest({ transport, signer: null, time, ledger, line, guard });
}
