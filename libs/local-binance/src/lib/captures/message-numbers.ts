import type { CaptureMessage } from './capture-message.ts';

/** The prices and quantities of a message, as they are written. */
export interface MessageNumbers {
  readonly prices: readonly string[];
  readonly quantities: readonly string[];
}

export function numbersOf(read: CaptureMessage): MessageNumbers {
  switch (read.kind) {
    case 'trade':
    case 'aggregateTrade':
      return { prices: [read.message.p], quantities: [read.message.q] };
    case 'difference':
      return ofLevels([...read.message.b, ...read.message.a]);
    case 'snapshot':
      return ofLevels([...read.message.bids, ...read.message.asks]);
    default:
      return read satisfies never;
  }
}

/** How many digits a plain decimal has behind its point, zeros at its end not counted. */
export function fractionDigits(text: string): number {
  const point = text.indexOf('.');
  if (point === -1) return 0;
  let end = text.length;
  while (text[end - 1] === '0') end--;
  return end - point - 1;
}

function ofLevels(levels: readonly (readonly [price: string, quantity: string])[]): MessageNumbers {
  return {
    prices: levels.map(([price]) => price),
    quantities: levels.map(([, quantity]) => quantity),
  };
}
