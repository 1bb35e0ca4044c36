import { join } from 'node:path';
import LongestFirst from './longest-first.ts';

const at = (path: string) => ({ path: join(import.meta.dirname, '../../..', path) });

describe('the order of the long specs', () => {
  it('is that of the list, whatever follows the beginning that it names; unlisted ones come last', () => {
    const other = at('libs/domain/src/lib/money/decimal.spec.ts');
    const app = at('apps/bot/src/bot.spec.ts');
    const serve = at('apps/local-binance/src/serve.spec.ts');
    const month = at('libs/market-data/src/lib/reading/recorded-data.spec.ts');
    expect(new LongestFirst().sort([other, app, month, serve])).toEqual([serve, month, app, other]);
  });
});
