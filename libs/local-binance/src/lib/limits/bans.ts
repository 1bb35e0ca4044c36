/** Who is shut out for not heeding refusals, and for how long. */
export interface BanTerms {
  /** How many refusals an address may earn within two minutes before it is banned. */
  readonly refusals: number;
  readonly shortestMs: number;
  readonly longestMs: number;
}

/** From two minutes up to three days; how many refusals it takes is not documented. */
const BAN_TERMS: BanTerms = { refusals: 10, shortestMs: 120_000, longestMs: 259_200_000 };

const FORGIVEN_AFTER_MS = 120_000;

interface Offender {
  refusals: number;
  lastRefusalMs: number;
  bans: number;
  untilMs: number;
}

/** Keeps account of addresses that go on after they were refused. Each ban is twice as long as the one before. */
export class Bans {
  readonly #terms: BanTerms;
  readonly #offenders = new Map<string, Offender>();
  readonly #shutOut = new Set<{ readonly address: string; readonly untilMs: number }>();

  constructor(terms: BanTerms = BAN_TERMS) {
    this.#terms = terms;
  }

  /** Until when an address is banned; null where it is not. */
  until(address: string, nowMs: number): number | null {
    let untilMs = this.#offenders.get(address)?.untilMs ?? 0;
    for (const shut of this.#shutOut) {
      if (shut.address === address) untilMs = Math.max(untilMs, shut.untilMs);
    }
    return untilMs > nowMs ? untilMs : null;
  }

  /** One more refusal. Gives the end of the ban that it brings; null where it brings none. */
  refuse(address: string, nowMs: number): number | null {
    const offender = this.#offender(address);
    if (nowMs - offender.lastRefusalMs > FORGIVEN_AFTER_MS) offender.refusals = 0;
    offender.lastRefusalMs = nowMs;
    offender.refusals += 1;
    if (offender.refusals <= this.#terms.refusals) return null;
    const lengthMs = Math.min(this.#terms.shortestMs * 2 ** offender.bans, this.#terms.longestMs);
    offender.bans += 1;
    offender.refusals = 0;
    offender.untilMs = nowMs + lengthMs;
    return offender.untilMs;
  }

  /** Shuts an address out, whatever it has done. Gives what lets it in again, if it has earned no ban besides. */
  shutOut(address: string, untilMs: number): () => void {
    const shut = { address, untilMs };
    this.#shutOut.add(shut);
    return () => {
      this.#shutOut.delete(shut);
    };
  }

  #offender(address: string): Offender {
    const known = this.#offenders.get(address);
    if (known !== undefined) return known;
    const offender = { refusals: 0, lastRefusalMs: 0, bans: 0, untilMs: 0 };
    this.#offenders.set(address, offender);
    return offender;
  }
}
