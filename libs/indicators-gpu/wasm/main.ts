import { writeFileSync } from 'node:fs';
import { assemble, modulePath, moduleSource } from './assemble.ts';

writeFileSync(modulePath, moduleSource(await assemble()));
