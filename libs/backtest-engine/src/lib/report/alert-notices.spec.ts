import { alertNotices } from './alert-notices.ts';

function alerts(count: number) {
  return Array.from({ length: count }, (_, minute) => ({
    time: Date.UTC(2024, 0, 31, 12, minute),
    code: 'limit-breached',
    message: `drawdown <${minute}>`,
  }));
}

const texts = (count: number) => alertNotices(alerts(count)).map(({ text }) => text);

describe('alerts on the page', () => {
  it('are nothing where nothing happened', () => {
    expect(texts(0)).toEqual([]);
  });

  it('say when what happened, in text that is no markup', () => {
    expect(texts(1)).toEqual(['<p class="warning">2024-01-31 12:00: drawdown &lt;0&gt;</p>']);
  });

  it('are counted beyond the fifth', () => {
    expect(texts(5)).toHaveLength(5);
    expect(texts(7).slice(4)).toEqual([
      '<p class="warning">2024-01-31 12:04: drawdown &lt;4&gt;</p>',
      '<p class="warning">2 more in result.json</p>',
    ]);
  });
});
