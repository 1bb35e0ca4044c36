import { styleText } from 'node:util';
import type { OrderLine } from './order-lines.ts';

/** Gives text the colour of its meaning, or leaves it as it is. */
export type Paint = (text: string, meaning: Meaning) => string;

export type Meaning = OrderLine['word'] | 'title' | 'name' | 'status';

const COLOUR = {
  placed: 'cyan',
  resting: 'cyan',
  filled: 'green',
  target: 'green',
  stopped: 'red',
  cancelled: 'yellow',
  expired: 'yellow',
  rejected: 'red',
  refused: 'magenta',
  alert: 'red',
  title: 'bold',
  name: 'dim',
  status: 'bold',
} as const satisfies Record<Meaning, string>;

export const inColour: Paint = (text, meaning) => styleText(COLOUR[meaning], text, { validateStream: false });

export const plain: Paint = (text) => text;
