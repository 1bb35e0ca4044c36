import type { Clock } from '@org/domain';
import type { MarketPlan, SymbolRules } from '@org/simulator';
import { ENDPOINTS } from '../endpoints/endpoints.ts';
import { EndpointTable } from '../endpoints/endpoint-table.ts';
import { Faults } from '../faults/faults.ts';
import { faultPages } from '../faults/faults-page.ts';
import { ShiftableClock } from '../faults/shiftable-clock.ts';
import type { Interfere } from '../http/interference.ts';
import type { HttpServer } from '../http/serve-http.ts';
import { serveHttp } from '../http/serve-http.ts';
import type { BanTerms } from '../limits/bans.ts';
import type { OrderCountLimit } from '../limits/order-counts.ts';
import { OrderCounts } from '../limits/order-counts.ts';
import type { RequestLimit } from '../limits/request-limit.ts';
import { RequestLimits } from '../limits/request-limits.ts';
import { statePage } from '../local/state-page.ts';
import { ApiKeys } from '../security/api-key.ts';
import type { SocketInterference } from '../sockets/socket-interference.ts';
import { SocketServer } from '../sockets/socket-server.ts';
import type { SocketServerTerms } from '../sockets/socket-terms.ts';
import { SOCKET_SERVER_TERMS } from '../sockets/socket-terms.ts';
import type { SavedState } from '../state/saved-state.ts';
import type { StateFileOptions } from '../state/state-file.ts';
import { StateFile } from '../state/state-file.ts';
import { BUILT_IN_SYMBOLS } from '../symbols/built-in-symbols.ts';
import { MarketDriver } from '../world/market-driver.ts';
import { RunningWorld } from '../world/running-world.ts';
import { scaledClock } from '../world/scaled-clock.ts';
import { systemClock } from '../world/system-clock.ts';
import type { World } from '../world/world.ts';
import type { AccountSetup, OpenedAccount } from './account-setup.ts';
import { apiKeys, DEFAULT_ACCOUNT, exchangeAccount, fund } from './account-setup.ts';
import { refuseSpeeds } from './refuse-speeds.ts';
import { syntheticMarkets } from './synthetic-markets.ts';

export interface LocalBinanceOptions {
  /** 0, the default, takes any that is free. */
  readonly port?: number;
  /** 127.0.0.1 unless told otherwise. */
  readonly host?: string;
  /**
   * Who trades besides the clients: `synthetic` makers and takers on every symbol, which is the default, or a plan for
   * each symbol that is not left to the clients.
   */
  readonly market?: 'synthetic' | readonly MarketPlan[];
  readonly symbols?: readonly SymbolRules[];
  readonly accounts?: readonly AccountSetup[];
  /** What chance comes from: the same seed makes the same market, and the same keys. */
  readonly seed?: number;
  /** How many times faster than real time the market runs; 0 lets it run only by `advance`. */
  readonly speed?: number;
  /** The same for what timestamps and limits are measured by. */
  readonly protocolSpeed?: number;
  /** Where market time starts, ms UTC: unless told otherwise where the markets begin, else now. */
  readonly startTime?: number;
  /** How much market time has passed when the exchange opens: what it has of candles and trades; none by default. */
  readonly warmUpMs?: number;
  readonly requestLimits?: readonly RequestLimit[];
  readonly orderLimits?: readonly OrderCountLimit[];
  readonly bans?: BanTerms;
  readonly interfere?: Interfere;
  /** Where the accounts and all that they have done outlive the process; they go on from what is there. */
  readonly state?: StateFileOptions;
  /** What is demanded of connections, where it is not what the exchange demands. */
  readonly socketTerms?: Partial<SocketServerTerms>;
  readonly socketInterference?: SocketInterference;
  /** Told of faults of the exchange itself, which clients see as status 500. */
  readonly onFault?: (error: unknown) => void;
  /** Real time. */
  readonly clock?: Clock;
}

/** An exchange that runs on this machine. */
export interface LocalBinance {
  /** `http://127.0.0.1:9000`, to be put in place of `https://api.binance.com`. */
  readonly restUrl: string;
  /** `ws://127.0.0.1:9000`, to be put in place of `wss://stream.binance.com:9443`: streams are at `/ws` and `/stream`. */
  readonly streamUrl: string;
  /** `ws://127.0.0.1:9000/ws-api/v3`, to be put in place of `wss://ws-api.binance.com:443/ws-api/v3`. */
  readonly wsApiUrl: string;
  /** Who is connected over sockets. */
  readonly sockets: SocketServer;
  readonly accounts: readonly OpenedAccount[];
  /** What goes wrong, on demand. */
  readonly faults: Faults;
  readonly world: World;
  /** What is to be said about the state file. */
  readonly notes: readonly string[];
  /** Lets market time pass at once. */
  advance(ms: number): void;
  close(): Promise<void>;
}

const DEFAULT_HOST = '127.0.0.1';
const DEFAULT_SEED = 1;

/**
 * Starts an exchange that speaks Binance's protocol.
 *
 * @throws InputError `cannot-listen`, `speed`, and for a state file `state-in-use` and `state-file`
 */
export async function startLocalBinance(options: LocalBinanceOptions = {}): Promise<LocalBinance> {
  const { host = DEFAULT_HOST, port = 0, onFault = () => {}, speed = 1, protocolSpeed = 1 } = options;
  refuseSpeeds({ speed, protocolSpeed });
  const stateFile = options.state === undefined ? null : new StateFile(options.state);
  let http: HttpServer | null = null;
  try {
    http = await serveHttp({ host, port, onFault });
    return open({ ...options, host }, stateFile, http);
  } catch (error) {
    await http?.close();
    stateFile?.close();
    throw error;
  }
}

function open(
  options: LocalBinanceOptions & { readonly host: string },
  stateFile: StateFile | null,
  http: HttpServer,
): LocalBinance {
  const { host, seed = DEFAULT_SEED, speed = 1, clock = systemClock } = options;
  const openedAt = clock.now();
  const setups = options.accounts ?? [DEFAULT_ACCOUNT];
  const protocolTime = new ShiftableClock(scaledClock(clock, options.protocolSpeed ?? 1));
  const saved = stateFile?.saved ?? null;
  const beganAt = saved?.beganAt ?? beginning(options, openedAt);
  const world = openWorld(options, { setups, seed, beganAt, protocolTime, saved });
  // Before everyone who tells clients: what they are told must have been written.
  stateFile?.keep(world, beganAt);
  const faults = new Faults(protocolTime);
  const driver = new MarketDriver(world, clock, speed);
  const endpoints = new EndpointTable(ENDPOINTS);
  http.serve({
    world,
    endpoints,
    clock,
    interfere: options.interfere ?? faults.interfere,
    localPages: [statePage(world), ...faultPages(faults)],
  });
  const sockets = new SocketServer({
    server: http.server,
    world,
    endpoints,
    terms: { ...SOCKET_SERVER_TERMS, ...options.socketTerms },
    interference: options.socketInterference ?? faults.sockets,
  });
  faults.attach({ world, protocolTime, sockets });
  // The past took its time to be made: the market is late by as much, and catches up.
  if (speed > 0) driver.start(openedAt);
  const authority = `${inUrl(host)}:${http.port}`;
  return {
    restUrl: `http://${authority}`,
    streamUrl: `ws://${authority}`,
    wsApiUrl: `ws://${authority}/ws-api/v3`,
    sockets,
    accounts: setups.flatMap((setup) => openedAccounts(world, setup)),
    faults,
    world,
    notes: stateFile?.notes ?? [],
    advance: (ms) => world.advance(ms),
    close: async () => {
      driver.stop();
      sockets.close();
      await http.close();
      stateFile?.close();
    },
  };
}

/** An address with colons of its own stands in brackets there (RFC 3986, 3.2.2). */
function inUrl(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

interface WorldParts {
  readonly setups: readonly AccountSetup[];
  readonly seed: number;
  /** When its markets began, ms UTC. */
  readonly beganAt: number;
  readonly protocolTime: Clock;
  /** What it goes on from. */
  readonly saved: SavedState | null;
}

function openWorld(
  options: LocalBinanceOptions,
  { setups, seed, beganAt, protocolTime, saved }: WorldParts,
): RunningWorld {
  const { symbols = BUILT_IN_SYMBOLS, market = 'synthetic', warmUpMs = 0 } = options;
  const snapshot = saved?.exchange();
  const startMs = saved === null ? beganAt : Math.max(saved.reserved.time, startOf(market) ?? 0);
  const world = new RunningWorld({
    symbols,
    accounts: setups.map(exchangeAccount),
    ...(saved === null || snapshot === undefined ? {} : { snapshot, accountRecords: saved.records }),
    startMs,
    keys: new ApiKeys(setups.flatMap((setup) => apiKeys(setup, seed, beganAt))),
    protocolTime,
    orderCounts: new OrderCounts(options.orderLimits),
    requestLimits: new RequestLimits(options.requestLimits, options.bans),
    plans: market === 'synthetic' ? syntheticMarkets(symbols, seed, beganAt) : market,
  });
  const known = new Set(snapshot?.accounts.map(({ account }) => account.accountId));
  for (const setup of setups) {
    // What stood in the file may be what a fault had made of it.
    if (known.has(setup.accountId)) world.exchange.changeAccount(exchangeAccount(setup));
    else fund(world.exchange, setup, startMs);
  }
  if (saved !== null) for (const rules of symbols) world.exchange.changeRules(rules, startMs);
  if (saved === null) world.advance(warmUpMs);
  return world;
}

function beginning({ startTime, market, warmUpMs = 0 }: LocalBinanceOptions, openedAt: number): number {
  return startTime ?? startOf(market) ?? openedAt - warmUpMs;
}

/** When every one of some recorded markets has begun; null where none was given. */
function startOf(market: LocalBinanceOptions['market'] = 'synthetic'): number | null {
  if (market === 'synthetic' || market.length === 0) return null;
  return Math.max(...market.map(({ startTime }) => startTime));
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
