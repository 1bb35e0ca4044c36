/** What the exchange says when it is ready. */
export interface Served {
  readonly restUrl: string;
  readonly apiKey: string;
  readonly secret: string;
}

/** The weight that it has counted in one of its windows. */
export interface CountedWindow {
  readonly startMs: number;
  readonly weight: number;
}

/** What it has seen, when it is asked to end. */
export interface Seen {
  readonly windows: readonly CountedWindow[];
  /** Looks at which the address was banned. */
  readonly bans: number;
  /** How often it asked for silence though there was room. */
  readonly silences: number;
  /** Requests that came meanwhile, besides those of the first second, which were on their way when it said so. */
  readonly duringSilence: number;
}

/** @throws Error where something else was said */
export function servedBy(said: unknown): Served {
  if (typeof said === 'object' && said !== null && 'restUrl' in said && 'apiKey' in said && 'secret' in said)
    return { restUrl: String(said.restUrl), apiKey: String(said.apiKey), secret: String(said.secret) };
  throw new Error(`The exchange did not start: ${JSON.stringify(said)}`);
}

export function isSeen(said: unknown): said is Seen {
  return typeof said === 'object' && said !== null && 'duringSilence' in said && 'windows' in said;
}
