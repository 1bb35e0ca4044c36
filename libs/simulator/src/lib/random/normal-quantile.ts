import { naturalLog } from './natural-log.ts';

/**
 * The value below which a standard normal lies with probability `p`, 0 < p < 1, to about seven digits.
 *
 * Source: M. J. Wichura, "Algorithm AS 241: The Percentage Points of the Normal Distribution", Applied Statistics 37
 * (1988), routine PPND7. It needs a logarithm in the outer 15% only, and there takes `naturalLog`, so that it gives the
 * same bits everywhere.
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (q <= 0.425 && q >= -0.425) {
    const r = 0.180625 - q * q;
    return (
      (q * (((59.10937472 * r + 159.29113202) * r + 50.434271938) * r + 3.3871327179)) /
      (((67.1875636 * r + 78.757757664) * r + 17.895169469) * r + 1)
    );
  }
  const distance = tail(Math.sqrt(-naturalLog(q < 0 ? p : 1 - p)));
  return q < 0 ? -distance : distance;
}

function tail(root: number): number {
  if (root <= 5) {
    const r = root - 1.6;
    return (
      (((0.17023821103 * r + 1.3067284816) * r + 2.75681539) * r + 1.4234372777) /
      ((0.12021132975 * r + 0.7370016425) * r + 1)
    );
  }
  const r = root - 5;
  return (
    (((0.017337203997 * r + 0.42868294337) * r + 3.081226386) * r + 6.657905115) /
    ((0.012258202635 * r + 0.24197894225) * r + 1)
  );
}
