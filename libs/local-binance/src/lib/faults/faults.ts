import type { Clock } from '@org/domain';
import { InputError } from '@org/domain';
import type { ExchangeAccount, SymbolRules } from '@org/simulator';
import type { Interfere } from '../http/interference.ts';
import type { SocketInterference } from '../sockets/socket-interference.ts';
import { deliverStruck, fitsEvent, HeldEvents } from './event-faults.ts';
import type { Fault, FaultRequest } from './fault.ts';
import { faultSchema } from './fault.ts';
import { Overlays } from './overlays.ts';
import { fitsRequest, fitsSocketRequest, httpInterference, socketInterference } from './request-faults.ts';
import type { FaultyWorld } from './standing-faults.ts';
import { make } from './standing-faults.ts';
import { Trigger } from './trigger.ts';

/** A fault that stands, by the id under which it can be taken back. */
export interface ActiveFault {
  readonly id: number;
  readonly fault: Fault;
  /** How often it has struck. */
  readonly struck: number;
}

interface Active {
  readonly id: number;
  readonly fault: Fault;
  readonly trigger: Trigger;
  readonly undo: () => void;
  struck: number;
}

/** What goes wrong, on demand: each fault is over by itself, by count or time, or when it is taken back. */
export class Faults {
  readonly #clock: Clock;
  readonly #held = new HeldEvents();
  readonly #active = new Map<number, Active>();
  readonly #overlays = { rules: new Overlays<SymbolRules>(), accounts: new Overlays<ExchangeAccount>() };
  #world: FaultyWorld | null = null;
  #nextId = 1;

  /** `clock` is the protocol's. */
  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Tells it what standing faults may change, as soon as that is there. */
  attach(world: Omit<FaultyWorld, 'overlays'>): void {
    this.#world = { ...world, overlays: this.#overlays };
  }

  /**
   * Lets something go wrong from now on. Gives its id.
   *
   * @throws InputError `fault-malformed`, `fault-unknown`
   */
  add(request: FaultRequest): number {
    return this.stand(readFault(request));
  }

  /** Takes a fault back; false where it is over already. */
  remove(id: number): boolean {
    const active = this.#active.get(id);
    if (active === undefined) return false;
    this.#active.delete(id);
    active.undo();
    return true;
  }

  /** Takes every fault back. */
  clear(): void {
    for (const id of [...this.#active.keys()]) this.remove(id);
  }

  list(): readonly ActiveFault[] {
    return [...this.#active.values()].map(({ id, fault, struck }) => ({ id, fault, struck }));
  }

  /** For requests over HTTP. */
  readonly interfere: Interfere = (seen) => {
    const fault = this.#strike('request', (candidate) => fitsRequest(candidate, seen));
    return fault === undefined ? null : httpInterference(fault);
  };

  /** For sockets. */
  readonly sockets: SocketInterference = {
    refuse: ({ path }) =>
      this.#strike('refuseConnections', (fault) => fault.path === undefined || path.startsWith(fault.path))
        ?.status ?? null,
    deliver: (event, send) => {
      const fault = this.#strike('event', (candidate) => fitsEvent(candidate, event));
      if (fault !== undefined) return deliverStruck(fault, send, this.#held, this.#clock);
      send();
      this.#held.release();
    },
    interfere: (seen) => {
      const fault = this.#strike('request', (candidate) => fitsSocketRequest(candidate, seen));
      return fault === undefined ? null : socketInterference(fault);
    },
  };

  /** The same for a fault that has been read. */
  stand(fault: Fault): number {
    const id = this.#nextId;
    this.#nextId += 1;
    const change = isStriking(fault) ? () => undefined : this.#change(fault);
    const { forMs } = fault;
    const cancel = forMs === undefined ? () => undefined : this.#clock.schedule(forMs, () => this.remove(id));
    const undo = (): void => {
      cancel();
      change();
    };
    this.#active.set(id, {
      id,
      fault,
      trigger: new Trigger(isStriking(fault) ? fault : {}),
      undo,
      struck: 0,
    });
    return id;
  }

  #change(fault: Parameters<typeof make>[0]): () => void {
    if (this.#world === null) throw new Error('The exchange has not opened yet.');
    return make(fault, this.#world);
  }

  /** The first fault of a kind that fits and whose turn it is. */
  #strike<Kind extends Fault['kind']>(
    kind: Kind,
    fits: (fault: Extract<Fault, { readonly kind: Kind }>) => boolean,
  ): Extract<Fault, { readonly kind: Kind }> | undefined {
    for (const active of this.#active.values()) {
      const { fault, trigger, id } = active;
      if (!isOfKind(fault, kind) || !fits(fault) || !trigger.pull()) continue;
      active.struck += 1;
      if (trigger.isSpent) this.remove(id);
      return fault;
    }
    return undefined;
  }
}

function isOfKind<Kind extends Fault['kind']>(
  fault: Fault,
  kind: Kind,
): fault is Extract<Fault, { readonly kind: Kind }> {
  return fault.kind === kind;
}

function isStriking(
  fault: Fault,
): fault is Extract<Fault, { readonly kind: 'request' | 'event' | 'refuseConnections' }> {
  return fault.kind === 'request' || fault.kind === 'event' || fault.kind === 'refuseConnections';
}

/** @throws InputError `fault-malformed` */
export function readFault(request: unknown): Fault {
  const read = faultSchema.safeParse(request);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new InputError('fault-malformed', {
    what: `a fault is malformed${issue === undefined || issue.path.length === 0 ? '' : ` at ${issue.path.join('.')}`}`,
    found: JSON.stringify(request) ?? String(request),
    ...(issue === undefined ? {} : { hint: issue.message }),
  });
}
