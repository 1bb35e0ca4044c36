import { join } from 'node:path';
import { checkTypes } from './check-types.ts';

/** Prints what `checkTypes` found, as JSON, for the process that checks other things meanwhile. */
process.stdout.write(JSON.stringify(checkTypes(join(import.meta.dirname, '../../../tsconfig.json'))));
