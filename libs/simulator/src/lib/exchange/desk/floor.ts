import { Ledger } from '../accounts/ledger.ts';
import { Agenda } from '../matching/agenda.ts';
import { Matcher } from '../matching/matcher.ts';
import type { OrderList } from '../order-lists/order-list.ts';
import { OrderLists } from '../order-lists/order-lists.ts';
import { Lifecycle } from '../orders/lifecycle.ts';
import type { LiveOrder } from '../orders/live-order.ts';
import { OrderPool } from '../orders/order-pool.ts';
import { Prevention } from '../self-trade/prevention.ts';
import type { Tape } from '../tape/tape.ts';

/** The parts that every request works with, put together. */
export class Floor {
  nextOrderId = 1;
  nextListId = 1;
  readonly agenda = new Agenda();
  readonly pool = new OrderPool();
  readonly tape: Tape;
  readonly ledger: Ledger;
  readonly lifecycle: Lifecycle;
  readonly lists: OrderLists;
  readonly prevention: Prevention;
  readonly matcher: Matcher;

  /** `triggered` and `due` are called with what is to start once the order at work has matched. */
  constructor(tape: Tape, triggered: (order: LiveOrder) => void, due: (list: OrderList) => void) {
    const ledger = new Ledger(tape);
    const lifecycle = new Lifecycle(tape, ledger, this.pool);
    const lists = new OrderLists({ tape, ledger, lifecycle, due });
    const prevention = new Prevention({ tape, ledger, lifecycle, lists });
    this.tape = tape;
    this.ledger = ledger;
    this.lifecycle = lifecycle;
    this.lists = lists;
    this.prevention = prevention;
    this.matcher = new Matcher({ tape, ledger, lifecycle, lists, prevention, triggered });
  }
}
