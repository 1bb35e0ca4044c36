import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pictures } from './pictures.ts';

/** Draws all pictures anew: `node --conditions=@org/source tools/indicator-pictures/main.ts`. */
const folder = join(import.meta.dirname, '../../docs/images/indicators');
mkdirSync(folder, { recursive: true });
const drawn = pictures();
for (const name of readdirSync(folder)) if (!drawn.has(name)) rmSync(join(folder, name));
for (const [name, svg] of drawn) writeFileSync(join(folder, name), svg);
