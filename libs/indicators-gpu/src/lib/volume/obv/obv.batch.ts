/** All balances of volume, two bars at a time; false when a value was not finite. */
export function obvBatch(close: Float64Array, volume: Float64Array, out: Float64Array): boolean {
  const { length } = close;
  let balance = 0;
  let finite = 0;
  let last = -Infinity;
  let i = 0;
  for (; i + 1 < length; i += 2) {
    const middle = close[i]!;
    const price = close[i + 1]!;
    const before = balance + volume[i]! * (+(middle > last) - +(middle < last));
    balance = before + volume[i + 1]! * (+(price > middle) - +(price < middle));
    out[i] = before;
    out[i + 1] = balance;
    finite += middle * 0 + price * 0;
    last = price;
  }
  if (i < length) {
    const price = close[i]!;
    balance += volume[i]! * (+(price > last) - +(price < last));
    out[i] = balance;
    finite += price * 0;
  }
  return balance - balance + finite === 0;
}
