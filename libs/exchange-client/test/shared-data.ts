import { existsSync } from 'node:fs';
import { join } from 'node:path';

const SHARED = process.env['ONESTEP_SHARED'] ?? join(__dirname, '../../../../shared');

/** The path of something in the folder of recorded data, which is no part of the repository. */
export const shared = (...names: readonly string[]) => join(SHARED, 'data', ...names);

/** Whether tests of recorded data run: where it is there, and where `ONESTEP_REQUIRE=shared` says that it must be. */
export const hasSharedData =
  existsSync(shared()) || (process.env['ONESTEP_REQUIRE'] ?? '').split(',').includes('shared');
