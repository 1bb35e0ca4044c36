/** With `--gpu` the benchmark of the devices, else that of the processor. */
await (process.argv.includes('--gpu') ? import('./device.ts') : import('./main.ts'));
