import { circuitNotices } from './client-notices.ts';

function told() {
  const lines: unknown[] = [];
  const notice = circuitNotices(
    {
      log: {
        info: (message) => lines.push(['info', message]),
        warn: (message, fields) => lines.push(['warn', message, fields]),
      },
      onMetric: (name, value) => lines.push([name, value]),
      onEvent: (event) => lines.push(event),
    },
    () => 7,
  );
  return { lines, notice };
}

describe('a circuit that opens', () => {
  it('is told as a metric, in the log and as a connection that was lost', () => {
    const { lines, notice } = told();
    notice('open');
    expect(lines).toEqual([
      ['exchange_client_circuit_open', 1],
      ['exchange_client_circuit_openings', 1],
      ['warn', 'the exchange has not answered for a while: nothing is sent to it', { openings: 1 }],
      { kind: 'connectionLost', time: 7, stream: 'rest' },
    ]);
  });

  it('is lost once, however often it is tried, and restored when it closes', () => {
    const { lines, notice } = told();
    for (const state of ['open', 'halfOpen', 'open', 'halfOpen', 'closed'] as const) notice(state);
    expect(lines.filter((line) => !Array.isArray(line))).toEqual([
      { kind: 'connectionLost', time: 7, stream: 'rest' },
      { kind: 'connectionRestored', time: 7, stream: 'rest' },
    ]);
    const levels = lines.filter((line) => Array.isArray(line) && line[0] === 'exchange_client_circuit_open');
    expect(levels.map((line) => Array.isArray(line) && Number(line[1]))).toEqual([1, 0.5, 1, 0.5, 0]);
  });

  it('needs nobody to listen', () => {
    expect(() => circuitNotices({}, () => 7)('open')).not.toThrow();
  });
});
