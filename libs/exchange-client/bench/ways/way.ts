/** One way to place an order: a limit order for 0.1 BTC at 20,000, signed, its answer read. */
export interface Way {
  readonly name: string;
  /** Resolves with the exchange's name of the order. */
  place(): Promise<string>;
  close(): Promise<void>;
}
