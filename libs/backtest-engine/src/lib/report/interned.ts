/** Texts that repeat, kept once each: what repeats is named by its place. */
export class Interned {
  private readonly places = new Map<string, number>();

  get texts(): readonly string[] {
    return [...this.places.keys()];
  }

  placeOf(text: string): number {
    const known = this.places.get(text);
    if (known !== undefined) return known;
    this.places.set(text, this.places.size);
    return this.places.size - 1;
  }
}
