import type { ExchangeAccount, SymbolFilter, SymbolRules } from '@org/simulator';
import { InputError } from '@org/domain';
import type { OpenConnection, SocketServer } from '../sockets/socket-server.ts';
import { readPriceRange } from '../symbols/execution-rules-json.ts';
import { readFilter } from '../symbols/read-filter.ts';
import { readCalculation } from '../symbols/reference-price-json.ts';
import { meanings, SYMBOL_STATUS_WORDS } from '../symbols/symbol-words.ts';
import type { World } from '../world/world.ts';
import type { FaultOf, StandingFault } from './fault.ts';
import type { Overlays } from './overlays.ts';
import type { ShiftableClock } from './shiftable-clock.ts';

/** What standing faults change. */
export interface FaultyWorld {
  readonly world: World;
  readonly overlays: FaultOverlays;
  readonly protocolTime: ShiftableClock;
  readonly sockets: Pick<SocketServer, 'connections' | 'shutDown'>;
}

/** What several faults may change at a time, each to be undone on its own. */
export interface FaultOverlays {
  readonly rules: Overlays<SymbolRules>;
  readonly accounts: Overlays<ExchangeAccount>;
}

/**
 * Makes a standing fault so. Gives what undoes it.
 *
 * @throws InputError `fault-unknown` for a symbol or an account that does not exist
 */
export function make(fault: StandingFault, at: FaultyWorld): () => void {
  switch (fault.kind) {
    case 'clock':
      at.protocolTime.shift(fault.aheadMs);
      return () => at.protocolTime.shift(-fault.aheadMs);
    case 'symbol':
      return changeSymbol(fault, at);
    case 'feeAsset':
      return changeFees(fault, at);
    case 'limits':
      return at.world.requestLimits.lower(fault.fraction);
    case 'ban':
      return ban(fault, at.world);
    case 'connection':
      return disturb(fault, at);
  }
}

function changeSymbol(fault: FaultOf<'symbol'>, { world, overlays }: FaultyWorld): () => void {
  const { exchange, marketTime } = world;
  const { symbol } = fault;
  const rules = exchange.rules(symbol);
  if (rules === undefined)
    throw unknown(
      'symbol',
      symbol,
      exchange.symbols().map((grid) => grid.symbol),
    );
  const undo = overlays.rules.lay(symbol, {
    bare: rules,
    change: (before) => changed(before, fault),
    apply: (after) => exchange.changeRules(after, marketTime.now()),
  });
  if (fault.isExpiringOrders) exchange.expireAll(symbol, marketTime.now());
  return undo;
}

function changed(rules: SymbolRules, fault: FaultOf<'symbol'>): SymbolRules {
  const { status, filters = [], executionRules, referencePrice } = fault;
  const given = filters.map(readFilter);
  const isReplaced = ({ kind }: SymbolFilter): boolean => given.some((filter) => filter.kind === kind);
  const [rule] = executionRules ?? [];
  return {
    ...rules,
    ...(rule === undefined ? {} : { priceRange: readPriceRange(rule) }),
    ...(referencePrice === undefined ? {} : { referencePrice: readCalculation(referencePrice) }),
    status: (status === undefined ? undefined : meanings(SYMBOL_STATUS_WORDS).get(status)) ?? rules.status,
    filters: [...rules.filters.filter((filter) => !isReplaced(filter)), ...given],
  };
}

function changeFees(
  { account: accountId, isDiscounted }: FaultOf<'feeAsset'>,
  { world: { exchange, keys }, overlays }: FaultyWorld,
): () => void {
  const account = exchange.account(accountId);
  if (account === undefined) {
    throw unknown('account', accountId, [...new Set(keys.all().map((key) => key.accountId))]);
  }
  return overlays.accounts.lay(accountId, {
    bare: account,
    change: (before) => ({ ...before, discount: { ...before.discount, isEnabled: isDiscounted } }),
    apply: (after) => exchange.changeAccount(after),
  });
}

function ban({ address, forMs }: FaultOf<'ban'>, { requestLimits, protocolTime }: World): () => void {
  return requestLimits.bans.shutOut(address, protocolTime.now() + forMs);
}

function disturb(fault: FaultOf<'connection'>, { sockets }: FaultyWorld): () => void {
  const struck = sockets.connections.filter((connection) => fitsConnection(fault, connection));
  switch (fault.what) {
    case 'shutdown':
      sockets.shutDown();
      return () => undefined;
    case 'cut':
      for (const { client } of struck) client.cut();
      return () => undefined;
    case 'endUserData':
      for (const connection of struck) {
        if (connection.kind === 'socketApi') connection.user.unsubscribe(() => true);
      }
      return () => undefined;
    case 'stall':
      return undoAll(struck.map(({ client }) => client.stall()));
    case 'freeze':
      return undoAll(struck.map(({ client }) => client.freeze()));
  }
}

function undoAll(undos: readonly (() => void)[]): () => void {
  return () => {
    for (const undo of undos) undo();
  };
}

function fitsConnection({ match }: FaultOf<'connection'>, connection: OpenConnection): boolean {
  if (match.of !== undefined && match.of !== connection.kind) return false;
  if (match.stream === undefined) return true;
  return connection.kind === 'streams' && connection.user.streams.includes(match.stream);
}

function unknown(what: string, found: string, allowed: readonly string[]): InputError {
  return new InputError('fault-unknown', {
    what: `the fault's ${what} does not exist`,
    found,
    allowed: allowed.join(', '),
  });
}
