import type { LocalBinance } from '@org/local-binance';

/** What a client needs to know: where to connect, and a key. */
export function greeting(exchange: LocalBinance): string {
  const { restUrl, accounts, world } = exchange;
  const socketUrl = restUrl.replace(/^http/, 'ws');
  const symbols = world.exchange.symbols().map(({ symbol }) => symbol);
  const lines = [
    ['REST', restUrl],
    ['streams', `${socketUrl}/ws, ${socketUrl}/stream`],
    ['WebSocket API', `${socketUrl}/ws-api/v3`],
    ['its true state', `${restUrl}/local/state`],
    ['markets', symbols.join(', ')],
    ['market time', new Date(world.marketTime.now()).toISOString()],
    ...accounts.flatMap(({ accountId, apiKey, secret }) => [
      ['account', accountId],
      ['API key', apiKey],
      ['secret', secret ?? '(yours)'],
    ]),
  ];
  return `${lines.map(([name = '', value = '']) => `${name.padEnd(16)}${value}`).join('\n')}\n`;
}
