/**
 * Properties draw the same examples in every run, so that what fails once fails again. `PROPERTY_SEED=random` looks for
 * new ones, `PROPERTY_SEED=123` repeats what a run has found.
 */
const { configureGlobal } = require('fast-check');

const given = process.env.PROPERTY_SEED ?? '1';
if (given !== 'random') configureGlobal({ seed: Number(given) });
