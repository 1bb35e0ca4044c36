import type { Clock } from '@org/domain';
import type { MarketPlan, SymbolRules } from '@org/simulator';
import { ENDPOINTS } from '../endpoints/endpoints.ts';
import { EndpointTable } from '../endpoints/endpoint-table.ts';
import type { Interfere } from '../http/interference.ts';
import { serveHttp } from '../http/serve-http.ts';
import type { BanTerms } from '../limits/bans.ts';
import type { OrderCountLimit } from '../limits/order-counts.ts';
import { OrderCounts } from '../limits/order-counts.ts';
import type { RequestLimit } from '../limits/request-limit.ts';
import { RequestLimits } from '../limits/request-limits.ts';
import { statePage } from '../local/state-page.ts';
import { ApiKeys } from '../security/api-key.ts';
import { BUILT_IN_SYMBOLS } from '../symbols/built-in-symbols.ts';
import { MarketDriver } from '../world/market-driver.ts';
import { RunningWorld } from '../world/running-world.ts';
import { scaledClock } from '../world/scaled-clock.ts';
import { systemClock } from '../world/system-clock.ts';
import type { World } from '../world/world.ts';
import type { AccountSetup, OpenedAccount } from './account-setup.ts';
import { apiKeys, DEFAULT_ACCOUNT, exchangeAccount, fund } from './account-setup.ts';

export interface LocalBinanceOptions {
  /** 0, the default, takes any that is free. */
  readonly port?: number;
  /** 127.0.0.1 unless told otherwise. */
  readonly host?: string;
  /** Who trades besides the clients: a plan for each symbol that is not left to them. */
  readonly market?: readonly MarketPlan[];
  readonly symbols?: readonly SymbolRules[];
  readonly accounts?: readonly AccountSetup[];
  /** What chance comes from: the same seed makes the same market, and the same keys. */
  readonly seed?: number;
  /** How many times faster than real time the market runs; 0 lets it run only by `advance`. */
  readonly speed?: number;
  /** The same for what timestamps and limits are measured by. */
  readonly protocolSpeed?: number;
  /** Where market time starts, ms UTC; now unless told otherwise. */
  readonly startTime?: number;
  readonly requestLimits?: readonly RequestLimit[];
  readonly orderLimits?: readonly OrderCountLimit[];
  readonly bans?: BanTerms;
  readonly interfere?: Interfere;
  /** Real time. */
  readonly clock?: Clock;
}

/** An exchange that runs on this machine. */
export interface LocalBinance {
  /** `http://127.0.0.1:9000`, to be put in place of `https://api.binance.com`. */
  readonly restUrl: string;
  readonly accounts: readonly OpenedAccount[];
  readonly world: World;
  /** Lets market time pass at once. */
  advance(ms: number): void;
  close(): Promise<void>;
}

const DEFAULT_HOST = '127.0.0.1';
const DEFAULT_SEED = 1;

/** Starts an exchange that speaks Binance's protocol. */
export async function startLocalBinance(options: LocalBinanceOptions = {}): Promise<LocalBinance> {
  const { host = DEFAULT_HOST, port = 0, seed = DEFAULT_SEED, speed = 1, clock = systemClock } = options;
  const setups = options.accounts ?? [DEFAULT_ACCOUNT];
  const world = openWorld(options, setups, seed, clock);
  const driver = new MarketDriver(world, clock, speed);
  const http = await serveHttp({
    world,
    endpoints: new EndpointTable(ENDPOINTS),
    host,
    port,
    clock,
    interfere: options.interfere ?? (() => null),
    localPages: [statePage(world)],
  });
  if (speed > 0) driver.start();
  return {
    restUrl: `http://${host}:${http.port}`,
    accounts: setups.flatMap((setup) => openedAccounts(world, setup)),
    world,
    advance: (ms) => world.advance(ms),
    close: async () => {
      driver.stop();
      await http.close();
    },
  };
}

function openWorld(
  options: LocalBinanceOptions,
  setups: readonly AccountSetup[],
  seed: number,
  clock: Clock,
): RunningWorld {
  const startMs = options.startTime ?? clock.now();
  const keys = new ApiKeys(setups.flatMap((setup) => apiKeys(setup, seed, startMs)));
  const world = new RunningWorld({
    symbols: options.symbols ?? BUILT_IN_SYMBOLS,
    accounts: setups.map(exchangeAccount),
    startMs,
    keys,
    protocolTime: scaledClock(clock, options.protocolSpeed ?? 1),
    orderCounts: new OrderCounts(options.orderLimits),
    requestLimits: new RequestLimits(options.requestLimits, options.bans),
    plans: options.market ?? [],
  });
  for (const setup of setups) fund(world.exchange, setup, startMs);
  return world;
}

function openedAccounts({ keys }: World, { accountId }: AccountSetup): readonly OpenedAccount[] {
  return keys
    .all()
    .filter((key) => key.accountId === accountId)
    .map(({ apiKey, material }) => ({
      accountId,
      apiKey,
      secret: material.kind === 'hmac' ? material.secret : null,
    }));
}
