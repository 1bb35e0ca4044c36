import { OnestepError } from '@org/domain';

describe('a place without DuckDB', () => {
  it('has no store, and is told what to install', async () => {
    jest.resetModules();
    jest.doMock('@duckdb/node-api', () => {
      throw new Error("Cannot find module '@duckdb/node-api'\nRequire stack:");
    });
    const { CandleStore } = await import('./candle-store.ts');
    const thrown: unknown = await CandleStore.open('data').catch((error: unknown) => error);
    jest.dontMock('@duckdb/node-api');
    expect(thrown).toMatchObject({
      code: 'duckdb-missing',
      name: OnestepError.name,
      facts: {
        found: "Cannot find module '@duckdb/node-api'",
        hint: 'npm install @duckdb/node-api@1.5.6-r.1',
      },
    });
  });
});
