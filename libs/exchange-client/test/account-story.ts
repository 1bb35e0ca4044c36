import { price, quantity } from '@org/domain';
import type { FaultRequest, LocalBinance } from '@org/local-binance';
import { startLocalBinance } from '@org/local-binance';
import type { Subscription } from 'rxjs';
import { z } from 'zod';
import { hmacSigner } from '../src/lib/signing/signer.ts';
import type { Signer } from '../src/lib/signing/signer.ts';
import type { Binance } from '../src/lib/venues/binance/connect-binance.ts';
import { connectBinance } from '../src/lib/venues/binance/connect-binance.ts';
import type {
  UserDataEvent,
  UserDataOptions,
} from '../src/lib/venues/binance/user-data/binance-user-data.ts';
import type { UserDataNotice } from '../src/lib/venues/binance/user-data/user-data-session.ts';
import { PatientClock } from './patient-clock.ts';

const OURS = { apiKey: 'k'.repeat(64), secret: 's'.repeat(64) };
/** Of another program on our account. */
const THEIRS = { apiKey: 'o'.repeat(64), secret: 't'.repeat(64) };

/** The exchange's own truth, as it tells it at `/local/state`. */
const stateSchema = z.object({
  accounts: z.array(
    z.object({
      balances: z.array(z.object({ asset: z.string(), free: z.string(), locked: z.string() })),
      openOrders: z.array(z.object({ clientOrderId: z.string() }).loose()),
    }),
  ),
});

/** What is ours on it. */
export type LocalState = z.infer<typeof stateSchema>['accounts'][number];

export interface StoryOptions {
  readonly signer?: Signer;
  readonly publicKey?: string;
  readonly userData?: Partial<UserDataOptions>;
  /** How far our idea of the exchange's time is off at first. */
  readonly clockErrorMs?: number;
}

/**
 * A client that hears its account, before an exchange on this machine whose market is in the test's hands: 100,000 USDT,
 * 1 BTC and 10 BNB are ours. Everything that is told is kept, and can be held against the exchange's own books.
 */
export class AccountStory {
  readonly exchange: LocalBinance;
  readonly binance: Binance;
  readonly told: UserDataEvent[] = [];
  readonly notices: UserDataNotice[] = [];
  readonly clock = new PatientClock();
  #subscription: Subscription | null = null;
  #wake: () => void = () => undefined;

  private constructor(exchange: LocalBinance, options: StoryOptions) {
    this.exchange = exchange;
    const { clock } = this;
    const skewed = {
      now: () => clock.now() + (options.clockErrorMs ?? 0),
      schedule: clock.schedule.bind(clock),
    };
    this.binance = connectBinance({
      ...{ origin: exchange.restUrl, clock: skewed, guard: { retries: 0, failuresToOpen: 100 } },
      signer: options.signer ?? hmacSigner(OURS.apiKey, OURS.secret),
      userData: {
        ...{ wsApiUrl: exchange.wsApiUrl, rng: { uniform: () => 0, normal: () => 0 } },
        ...{ symbols: ['BTCUSDT'], orderIdPrefix: 'os-' },
        onNotice: (notice) => {
          this.notices.push(notice);
          this.#wake();
        },
        ...options.userData,
      },
    });
  }

  /** Opens an exchange and a client, and waits until all is well. */
  static async open(options: StoryOptions = {}): Promise<AccountStory> {
    const { signer, publicKey } = options;
    const own = signer === undefined || publicKey === undefined ? [] : [{ apiKey: signer.apiKey, publicKey }];
    const exchange = await startLocalBinance({
      ...{ speed: 0, market: [] },
      accounts: [
        {
          ...{ accountId: 'me', balances: { USDT: '100000', BTC: '1', BNB: '10' } },
          keys: [OURS, THEIRS, ...own],
        },
      ],
    });
    return AccountStory.before(exchange, options);
  }

  /** Another client before the same exchange, as after a restart. */
  static async before(exchange: LocalBinance, options: StoryOptions = {}): Promise<AccountStory> {
    const story = new AccountStory(exchange, options);
    await story.binance.markets.read();
    story.listen();
    await story.hears('reconciled');
    return story;
  }

  listen(): void {
    this.#subscription = this.binance.userData.orderEvents$.subscribe((event) => {
      this.told.push(event);
      this.#wake();
    });
  }

  stop(): void {
    this.#subscription?.unsubscribe();
  }

  /** Ends the client, and leaves the exchange. */
  async leave(): Promise<void> {
    this.stop();
    await this.binance.close();
  }

  async close(): Promise<void> {
    await this.leave();
    await this.exchange.close();
  }

  /** Another program on the same account. */
  async other(): Promise<AccountStory> {
    return AccountStory.before(this.exchange, {
      signer: hmacSigner(THEIRS.apiKey, THEIRS.secret),
      userData: { orderIdPrefix: 'x-' },
    });
  }

  /** Resolves when this has been so. */
  async until(isSo: () => boolean): Promise<void> {
    while (!isSo()) await new Promise<void>((resolve) => (this.#wake = resolve));
  }

  /** Resolves when so many of a kind were told in all. */
  hears(kind: UserDataEvent['kind'], times = 1): Promise<void> {
    return this.until(() => this.of(kind).length >= times);
  }

  of<Kind extends UserDataEvent['kind']>(kind: Kind): readonly Extract<UserDataEvent, { kind: Kind }>[] {
    return this.told.filter((event): event is Extract<UserDataEvent, { kind: Kind }> => event.kind === kind);
  }

  /** What was told of an order, in short. */
  storyOf(clientOrderId: string): readonly string[] {
    return this.told.flatMap((event) => {
      if (!('clientOrderId' in event) || event.clientOrderId !== clientOrderId) return [];
      return [event.kind === 'orderFilled' ? `orderFilled ${event.quantity}` : event.kind];
    });
  }

  fault(fault: FaultRequest): number {
    return this.exchange.faults.add(fault);
  }

  /** Lets something go wrong once, and resolves when it has. */
  async struck(fault: FaultRequest): Promise<void> {
    const id = this.fault(fault);
    while (this.exchange.faults.list().some((other) => other.id === id)) await this.state();
  }

  /** The market takes from an order of ours, or we from it: `lots` at `ticks`. */
  trade(side: 'buy' | 'sell', ticks: number, lots: number): void {
    const { exchange, marketTime } = this.exchange.world;
    exchange.market('BTCUSDT').take(side, price(ticks), quantity(lots), marketTime.now());
    this.exchange.advance(1);
  }

  /** The market lays `lots` at `ticks` into its book. */
  rest(side: 'buy' | 'sell', ticks: number, lots: number): void {
    const { exchange, marketTime } = this.exchange.world;
    exchange.market('BTCUSDT').place(side, price(ticks), quantity(lots), marketTime.now());
    this.exchange.advance(1);
  }

  /** What is ours on the exchange, in its own words. */
  async state(): Promise<LocalState> {
    const response = await fetch(`${this.exchange.restUrl}/local/state`);
    return stateSchema.parse(await response.json()).accounts[0] ?? { balances: [], openOrders: [] };
  }

  /** Gives everything that is under way the time to arrive: a number of rounds through the exchange. */
  async quiet(): Promise<void> {
    for (let round = 0; round < 40; round += 1) await this.state();
  }
}
