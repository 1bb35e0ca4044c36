/** How strongly a shock moves the heat, relative to how fast the heat forgets; below √½ its variance is finite. */
const RESPONSE = 0.6;
const COLDEST = 0.1;
const HOTTEST = 12;

/**
 * How agitated a market is: a factor of the variance around 1 that rises with large shocks, whichever way they went, and
 * cools down in `memoryDays`. Calm follows calm, and storm follows storm.
 *
 * h' = h + d·(1 − h) + a·h·(z² − 1), the GARCH(1,1) of T. Bollerslev, "Generalized autoregressive conditional
 * heteroskedasticity", Journal of Econometrics 31 (1986), with the same meaning for bars of every length.
 */
export class Heat {
  value = 1;
  private readonly forgetting: number;
  private readonly response: number;
  /** How much of what happens in a bar is still felt behind it. */
  private readonly lasting: number;

  /** @param barDays the length of a bar, in days */
  constructor(memoryDays: number, barDays: number) {
    this.forgetting = barDays / (memoryDays + barDays);
    this.lasting = 1 - this.forgetting;
    this.response = RESPONSE * Math.sqrt(this.forgetting) * this.lasting;
  }

  /** Takes in the standard normal shock of a bar. */
  feel(shock: number): void {
    const { value } = this;
    this.become(value + this.forgetting * (1 - value) + this.response * value * (shock * shock - 1));
  }

  /** Takes in something that comes from outside the walk. */
  raise(by: number): void {
    this.become(this.value + by * this.lasting);
  }

  private become(value: number): void {
    this.value = value < COLDEST ? COLDEST : value > HOTTEST ? HOTTEST : value;
  }
}
