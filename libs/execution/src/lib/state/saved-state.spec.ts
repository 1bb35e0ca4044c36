import { InputError } from '@org/domain';
import { BUY, closedBar, Session, wanting } from '../../testing/desk-fixture.ts';
import { readState, writeState } from './saved-state.ts';

describe('a saved state', () => {
  const session = new Session([wanting([[BUY]])]);
  session.take(closedBar(0, 50_000));

  it('comes back as it was, exact money and unknown prices included', () => {
    expect(readState(writeState(session.state))).toEqual(session.state);
    const fresh = new Session([wanting([])]).state;
    expect(fresh.marks).toEqual([Number.NaN]);
    expect(readState(writeState(fresh))).toEqual(fresh);
  });

  it('goes on as if nothing had happened', () => {
    const copy = new Session([wanting([[BUY]])]);
    copy.state = readState(writeState(session.state));
    expect(copy.fill('os-1', 0.02, 50_000)).toEqual(session.fill('os-1', 0.02, 50_000));
    expect(copy.state).toEqual(session.state);
  });

  it.each([
    ['is no JSON', '{"time":'],
    ['is no object', 'null'],
    ['lacks a number', writeState(session.state).replace('"nextSequence"', '"next"')],
    ['lacks the orders', writeState(session.state).replace('"orders"', '"others"')],
    ['lacks the account', writeState(session.state).replace('"account"', '"count"')],
    ['lacks the balances', writeState(session.state).replace('"balances"', '"balance"')],
    ['lacks the cash', writeState(session.state).replace('"cash"', '"money"')],
    ['lacks what risk has seen', writeState(session.state).replace('"risk"', '"danger"')],
    ['lacks the highest equity', writeState(session.state).replace('"peakEquity"', '"peak"')],
  ])('that %s is refused', (_what, text) => {
    expect(() => readState(text)).toThrow(InputError);
    expect(() => readState(text)).toThrow(/not a saved trading state/);
  });
});
