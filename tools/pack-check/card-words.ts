import { z } from 'zod';

/** What a document tells users of a graphics card to do. */
export interface CardWords {
  /** The packages of its `npm install` line. */
  readonly packages: readonly string[];
  /** The lines for package.json. */
  readonly manifest: Readonly<Record<string, unknown>>;
}

const manifest = z.record(z.string(), z.unknown());

/** Reads them out of the document, so that what is tried is what users read. */
export function cardWords(document: string): CardWords {
  const install = /`npm install ([^`]+)`/.exec(document)?.[1];
  const json = /```json\n([\s\S]*?)\n```/.exec(document)?.[1];
  if (install === undefined || json === undefined) {
    throw new Error('the document has no `npm install …` or no block of JSON for package.json');
  }
  return { packages: install.split(' '), manifest: manifest.parse(JSON.parse(json)) };
}
