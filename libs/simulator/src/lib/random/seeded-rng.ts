import type { Rng } from '@org/domain';
import { normalQuantile } from './normal-quantile.ts';

const RANGE = 2 ** 32;
const MIXES_BEFORE_USE = 12;

/**
 * Random numbers from a seed, the same on every machine. The generator is sfc32 (Chris Doty-Humphrey's PractRand: 128
 * bits of state, period at least 2^32, passes BigCrush); a normal takes one number through the quantile function.
 */
export class SeededRng implements Rng {
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;

  /** Seeds that differ in anything give streams that have nothing to do with each other. */
  constructor(seed: number | string) {
    const hash = hashOf(String(seed));
    this.a = spread(hash);
    this.b = spread(this.a ^ hash);
    this.c = spread(this.b + hash);
    for (let mix = 0; mix < MIXES_BEFORE_USE; mix++) this.bits();
  }

  uniform(): number {
    return this.bits() / RANGE;
  }

  normal(): number {
    return normalQuantile((this.bits() + 0.5) / RANGE);
  }

  /** 32 random bits. */
  private bits(): number {
    const sum = (this.a + this.b + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }
}

/** FNV-1a over the UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash | 0;
}

/** The finaliser of MurmurHash3: every bit of the input reaches every bit of the output. */
function spread(bits: number): number {
  let mixed = (bits + 0x9e3779b9) | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
