import { spawnSync } from 'node:child_process';

const probe = `
  const { create } = await import('webgpu');
  const adapter = await create([]).requestAdapter();
  process.exit(adapter === null ? 1 : 0);
`;

const isRequired = (process.env['ONESTEP_REQUIRE'] ?? '').split(',').includes('webgpu');

/**
 * Whether a graphics adapter answers, a software one included, or must: a test that requires it fails instead of being
 * skipped. Asked in a process of its own, since drivers may do worse than fail.
 */
export const hasGraphicsAdapter =
  isRequired ||
  spawnSync(process.execPath, ['--input-type=module', '--eval', probe], { cwd: import.meta.dirname })
    .status === 0;
