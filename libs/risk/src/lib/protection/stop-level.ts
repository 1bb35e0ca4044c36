/** Where the rule of `stopLoss` (a fraction) puts the stop of what was bought at `entryPrice`; quote per base. */
export function stopLevel(entryPrice: number, stopLoss: number): number {
  return entryPrice * (1 - stopLoss);
}
