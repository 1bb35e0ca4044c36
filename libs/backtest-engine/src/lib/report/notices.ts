import type { BacktestResult } from '../result/backtest-result.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';

/** How to make the report again, and whose work is in the page besides ours. */
export function footer({ command }: BacktestResult, chartLicence: string): Html {
  return html`<footer class="foot">
    <section id="command">
      <h2>Made by</h2>
      <pre><code>${command}</code></pre>
      <p>The same command on the same data makes the same bytes.</p>
    </section>
    <section id="notices">
      <h2>Third-party notices</h2>
      <p>
        Charts: TradingView Lightweight Charts™, Copyright (c) 2026 TradingView, Inc.,
        <a href="https://www.tradingview.com/" rel="noreferrer">tradingview.com</a>, under the Apache License
        2.0. It contains fancy-canvas, Copyright (c) smakarov@tradingview.com, under the MIT License.
      </p>
      <details>
        <summary>Apache License 2.0</summary>
        <pre>${chartLicence}</pre>
      </details>
      <details>
        <summary>MIT License</summary>
        <pre>${MIT}</pre>
      </details>
    </section>
  </footer>`;
}

const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
`;
