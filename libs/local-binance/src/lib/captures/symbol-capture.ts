import type { DepthRecording, SymbolRules } from '@org/simulator';
import { gridOf } from '@org/simulator';
import type { CaptureMessage } from './capture-message.ts';
import { fractionDigits, numbersOf } from './message-numbers.ts';
import type { RecordingFacts } from './recording-assembler.ts';
import type { Received } from './recording-of.ts';
import { recordingOf } from './recording-of.ts';

/** A market as it was captured, and how well. */
export interface Capture {
  /** The rules with steps as fine as the recording's: a book holds orders from before its filters. */
  readonly rules: SymbolRules;
  readonly recording: DepthRecording;
  readonly facts: RecordingFacts;
}

/** Gathers what a capture has of one symbol. Its steps are known only at the end, so numbers stay as they are written. */
export class SymbolCapture {
  readonly #rules: SymbolRules;
  readonly #received: Received[] = [];
  #priceDigits = 0;
  #quantityDigits = 0;

  constructor(rules: SymbolRules) {
    this.#rules = rules;
  }

  /** What is wrong with a message; null for nothing. */
  add(read: CaptureMessage, receivedAt: number | null): string | null {
    const { base, quote } = this.#rules;
    const { prices, quantities } = numbersOf(read);
    const priceDigits = prices.reduce((most, text) => Math.max(most, fractionDigits(text)), 0);
    const quantityDigits = quantities.reduce((most, text) => Math.max(most, fractionDigits(text)), 0);
    if (priceDigits > quote.decimals) return `a price finer than the smallest unit of ${quote.code}`;
    if (quantityDigits > base.decimals) return `a quantity finer than the smallest unit of ${base.code}`;
    this.#priceDigits = Math.max(this.#priceDigits, priceDigits);
    this.#quantityDigits = Math.max(this.#quantityDigits, quantityDigits);
    this.#received.push({ read, receivedAt });
    return null;
  }

  /** @throws InputError `capture` for more steps than can be counted */
  finish(): Capture {
    const restingSteps = {
      tick: { units: 1n, decimals: this.#priceDigits },
      lot: { units: 1n, decimals: this.#quantityDigits },
    };
    const rules = { ...this.#rules, restingSteps };
    return { rules, ...recordingOf(this.#received, gridOf(rules)) };
  }
}
