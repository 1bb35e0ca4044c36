import { writeFileSync } from 'node:fs';
import { assemble, moduleSource, texts } from './assemble.ts';

for (const text of texts) writeFileSync(text.modulePath, moduleSource(text, await assemble(text)));
