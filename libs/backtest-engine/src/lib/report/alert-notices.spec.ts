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

  it('keep a figure and its percent sign in one line', () => {
    const [notice] = alertNotices([
      { time: 0, code: 'limit-breached', message: 'observed 5.1 %, allowed 5 %' },
    ]);
    expect(notice?.text).toContain('observed 5.1\u00A0%, allowed 5\u00A0%');
  });

  it('are counted beyond the fifth', () => {
    expect(texts(5)).toHaveLength(5);
    expect(texts(7).slice(4)).toEqual([
      '<p class="warning">2024-01-31 12:04: drawdown &lt;4&gt;</p>',
      '<p class="warning">2 more in result.json</p>',
    ]);
  });
});
