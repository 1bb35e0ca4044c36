/** All balances of volume; false when a value was not finite. */
export function obvBatch(close: Float64Array, volume: Float64Array, out: Float64Array): boolean {
  let balance = 0;
  let finite = 0;
  let last = -Infinity;
  for (let i = 0; i < close.length; i += 1) {
    const price = close[i]!;
    balance += volume[i]! * (+(price > last) - +(price < last));
    out[i] = balance;
    finite += price * 0;
    last = price;
  }
  return balance - balance + finite === 0;
}
