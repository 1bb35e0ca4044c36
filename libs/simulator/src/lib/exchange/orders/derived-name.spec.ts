import { parseDecimal } from '@org/domain';
import fc from 'fast-check';
import { openDesk, request } from '../../../testing/exchange/desk.ts';
import { idOfName, nameOfId } from './derived-name.ts';

const duplicate = { kind: 'refused', refusal: { reason: 'duplicateOrder' } };

describe('the name of an order that its owner did not name', () => {
  it('is 22 letters and digits, as the exchange makes them up, and leads back to the id', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (id) => {
        expect(nameOfId(id)).toMatch(/^[A-Za-z0-9]{22}$/);
        expect(idOfName(nameOfId(id))).toBe(id);
      }),
      { numRuns: 2_000 },
    );
  });

  it('looks like nothing that follows the one before', () => {
    expect([1, 2, 3].map(nameOfId)).toEqual([
      'MsL1SwDjCv621nomxtsefd',
      'NTQ0rrEKHxICzbeo93qSVf',
      'O4VzGmFvMzUMxPUqLDoGLh',
    ]);
  });

  it.each([
    ['', 'nothing'],
    ['mine-1', 'a name of ours'],
    ['abcdefghijklmnopqrstuv', 'as many letters that no id gives'],
    ['abcdefgh-jklmnopqrstuv', 'what no derived name holds'],
  ])('is not %s: %s', (name) => {
    expect(idOfName(name)).toBeNull();
  });
});

describe('an order that its owner did not name', () => {
  const unnamed = (accountId: string) => ({ ...request(accountId, '', { price: 90 }), clientOrderId: null });
  const named = (accountId: string, clientOrderId: string) =>
    ({ accountId, symbol: 'XY', orderId: null, clientOrderId }) as const;

  it('is told, found and cancelled by the name that follows from its id', () => {
    const { exchange, told } = openDesk();
    exchange.place(unnamed('a'), 1);
    const name = nameOfId(1);
    expect(told()[0]).toBe(`${name} new new 0/1`);
    expect(exchange.order(named('a', name))).toMatchObject({ orderId: 1, clientOrderId: name });
    expect(exchange.order(named('b', name))).toBeUndefined();
    const outcome = exchange.cancel({ ...named('a', name), cancelId: 'c', only: null }, 2);
    expect(outcome).toMatchObject({ kind: 'cancelled', order: { clientOrderId: name } });
    expect(exchange.order(named('a', name))).toBeUndefined();
  });

  it('has its name to itself', () => {
    const { exchange, place } = openDesk();
    exchange.place(unnamed('a'), 1);
    expect(place('a', nameOfId(1), { price: 90 })).toEqual(duplicate);
    expect(place('b', nameOfId(1), { price: 90 }).kind).toBe('placed');
  });

  it('goes by the name that an amendment gives it', () => {
    const { exchange } = openDesk();
    exchange.place({ ...unnamed('a'), size: { base: parseDecimal('3') } }, 1);
    const newQuantity = parseDecimal('2');
    exchange.amend({ ...named('a', nameOfId(1)), newQuantity, newClientOrderId: 'mine' }, 2);
    expect(exchange.order(named('a', 'mine'))).toMatchObject({ orderId: 1, quantity: 2 });
    expect(exchange.order(named('a', nameOfId(1)))).toBeUndefined();
  });

  it('keeps its name in a snapshot', () => {
    const desk = openDesk();
    desk.exchange.place(unnamed('a'), 1);
    const { exchange } = openDesk({ snapshot: desk.exchange.snapshot() });
    expect(exchange.order(named('a', nameOfId(1)))).toMatchObject({ orderId: 1 });
    expect(exchange.snapshot()).toEqual(desk.exchange.snapshot());
  });
});
