import { describeConfig } from './describe-config.ts';
import { unheededKeys } from './unheeded-keys.ts';

describe('keys that nothing heeds yet', () => {
  it('are told in one line where somebody has set them', () => {
    expect(unheededKeys({ given: ['gpu', 'risk.stopLoss', 'cache.enabled'] })).toEqual([
      'set, and heeded by nothing yet: gpu, cache.enabled',
    ]);
  });

  it('are not told where all that was set is heeded', () => {
    expect(unheededKeys({ given: ['symbols', 'log.level'] })).toEqual([]);
  });

  it('are keys of the configuration', () => {
    const given = describeConfig().map(({ key }) => key);
    expect(unheededKeys({ given })).toEqual([
      'set, and heeded by nothing yet: workers, gpu, distributed, cache.enabled, cache.redisUrl',
    ]);
  });
});
