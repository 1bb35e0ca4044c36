import { library } from '../../eslint.config.mjs';

export default library(import.meta.dirname, {
  brands: ['src/lib/money/amount.ts', 'src/lib/money/ticks-and-lots.ts'],
});
