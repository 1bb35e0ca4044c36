import type { SymbolFilter, SymbolRules } from '@org/simulator';
import { InputError } from '@org/domain';
import type { OpenConnection, SocketServer } from '../sockets/socket-server.ts';
import { readFilter } from '../symbols/read-filter.ts';
import { meanings, SYMBOL_STATUS_WORDS } from '../symbols/symbol-words.ts';
import type { World } from '../world/world.ts';
import type { FaultOf, StandingFault } from './fault.ts';
import type { ShiftableClock } from './shiftable-clock.ts';

/** What standing faults change. */
export interface FaultyWorld {
  readonly world: World;
  readonly protocolTime: ShiftableClock;
  readonly sockets: Pick<SocketServer, 'connections' | 'shutDown'>;
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
      return changeSymbol(fault, at.world);
    case 'feeAsset':
      return changeFees(fault, at.world);
    case 'limits':
      return at.world.requestLimits.lower(fault.fraction);
    case 'ban':
      return ban(fault, at.world);
    case 'connection':
      return disturb(fault, at);
  }
}

function changeSymbol(fault: FaultOf<'symbol'>, { exchange, marketTime }: World): () => void {
  const before = exchange.rules(fault.symbol);
  if (before === undefined)
    throw unknown(
      'symbol',
      fault.symbol,
      exchange.symbols().map(({ symbol }) => symbol),
    );
  const now = marketTime.now();
  exchange.changeRules(changed(before, fault), now);
  if (fault.isExpiringOrders) exchange.expireAll(fault.symbol, now);
  return () => exchange.changeRules(before, marketTime.now());
}

function changed(rules: SymbolRules, { status, filters = [] }: FaultOf<'symbol'>): SymbolRules {
  const given = filters.map(readFilter);
  const isReplaced = ({ kind }: SymbolFilter): boolean => given.some((filter) => filter.kind === kind);
  return {
    ...rules,
    status: (status === undefined ? undefined : meanings(SYMBOL_STATUS_WORDS).get(status)) ?? rules.status,
    filters: [...rules.filters.filter((filter) => !isReplaced(filter)), ...given],
  };
}

function changeFees({ account, isDiscounted }: FaultOf<'feeAsset'>, { exchange, keys }: World): () => void {
  const before = exchange.account(account);
  if (before === undefined) {
    throw unknown('account', account, [...new Set(keys.all().map(({ accountId }) => accountId))]);
  }
  exchange.changeAccount({ ...before, discount: { ...before.discount, isEnabled: isDiscounted } });
  return () => exchange.changeAccount(before);
}

function ban({ address, forMs }: FaultOf<'ban'>, { requestLimits, protocolTime }: World): () => void {
  requestLimits.bans.ban(address, protocolTime.now() + forMs);
  return () => requestLimits.bans.ban(address, 0);
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
      for (const { client } of struck) client.stall();
      break;
    case 'freeze':
      for (const { client } of struck) client.freeze();
      break;
  }
  return () => {
    for (const { client } of struck) client.thaw();
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
