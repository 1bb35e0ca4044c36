import { PassThrough } from 'node:stream';
import { showProgress } from './progress.ts';

/** A terminal that keeps what is written to it. */
class KeptTerminal extends PassThrough {
  readonly isTTY = true;
  readonly columns = 80;
  text = '';

  constructor() {
    super();
    this.on('data', (chunk: Buffer) => (this.text += chunk.toString()));
  }
}

describe('progress', () => {
  it('is shown on a terminal, from the first word about it', async () => {
    const terminal = new KeptTerminal();
    const progress = await showProgress(terminal);
    expect(terminal.text).toBe('');
    progress.show(65_536, 131_072);
    expect(terminal.text).toContain('50% | 65536 of 131072 bars');
    progress.end();
  });

  it('is not shown of a short run, which says no word', async () => {
    const terminal = new KeptTerminal();
    const progress = await showProgress(terminal);
    progress.end();
    expect(terminal.text).toBe('');
  });

  it('is not shown where nobody watches', async () => {
    const progress = await showProgress(null);
    expect(() => {
      progress.show(1, 2);
      progress.end();
    }).not.toThrow();
  });
});
