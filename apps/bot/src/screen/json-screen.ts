import { canonicalJson } from '@org/domain';
import type { Moment } from '../view/session-view.ts';
import { hasPassed } from './has-passed.ts';
import type { SessionFacts } from './header.ts';
import type { Screen } from './screen.ts';
import type { Ending } from './summary.ts';
import { summaryData } from './summary.ts';

const STATUS_EVERY_MS = 1_000;

/** Lines of JSON for a program: `started`, `event` and `command` as they happen, `status` now and then, `ended`. */
export class JsonScreen implements Screen {
  #statusTime = -Infinity;

  begin({ seated, limits, ...facts }: SessionFacts): string {
    const strategies = seated.map(({ strategy: { id, name, parameters }, share }) => ({
      ...{ id, name, parameters, share },
    }));
    return line({ type: 'started', venue: 'local', ...facts, limits, strategies });
  }

  show({ stepped: { event, commands }, view }: Moment, nowMs: number): string {
    const told =
      event.kind === 'candleClosed' || event.kind === 'candlesMissing' ? [] : [{ type: 'event', event }];
    const status =
      event.kind === 'candleClosed' && hasPassed(STATUS_EVERY_MS, this.#statusTime, nowMs)
        ? [this.#status(view, nowMs)]
        : [];
    return [...told, ...commands.map((command) => ({ type: 'command', command })), ...status]
      .map(line)
      .join('');
  }

  end(ending: Ending): string {
    return line({ type: 'ended', ...summaryData(ending) });
  }

  #status({ state, bars }: Moment['view'], nowMs: number): object {
    this.#statusTime = nowMs;
    const { time, equity, marks, account, orders } = state;
    return {
      ...{ type: 'status', time, bars, equity, prices: marks, sizes: account.sizes },
      openOrders: orders.map(({ clientOrderId }) => clientOrderId),
      halt: state.risk.halt.kind,
    };
  }
}

function line(value: object): string {
  return `${canonicalJson(value)}\n`;
}
