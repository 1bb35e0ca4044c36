import { appendFileSync, mkdirSync, readFileSync, rmdirSync, truncateSync, writeFileSync } from 'node:fs';
import { amount } from '@org/domain';
import { ManualClock } from '@org/domain/testing';
import type { LocalBinance } from '../start/start-local-binance.ts';
import { startLocalBinance } from '../start/start-local-binance.ts';
import { StateFolder } from '../../testing/state-folder.ts';
import { NEW_YEAR_MS } from '../../testing/trades.ts';
import { readState } from './read-state.ts';

let folder: StateFolder;
let exchanges: LocalBinance[];
beforeEach(() => {
  folder = new StateFolder();
  exchanges = [];
});
afterEach(async () => {
  for (const exchange of exchanges) await exchange.close();
  folder.remove();
});

async function open(): Promise<LocalBinance> {
  const exchange = await startLocalBinance({
    ...{ clock: new ManualClock(NEW_YEAR_MS), speed: 0, market: [] },
    accounts: [{ accountId: 'alice', balances: { USDT: '5' } }],
    state: { file: folder.file() },
  });
  exchanges.push(exchange);
  return exchange;
}

async function close(): Promise<void> {
  for (const exchange of exchanges.splice(0)) await exchange.close();
}

function deposit({ world }: LocalBinance, units: bigint): void {
  world.exchange.deposit('alice', 'USDT', amount(units), world.marketTime.now());
}

const usdt = ({ world }: LocalBinance) =>
  world.exchange.balances('alice').find(({ asset }) => asset === 'USDT')?.free;

describe('a state file', () => {
  it('is gone on from: nobody is paid in twice, keys and market time are those of before', async () => {
    const before = await open();
    deposit(before, 1n);
    before.advance(5_000);
    const { accounts } = before;
    await close();
    const after = await open();
    expect(usdt(after)).toBe(500_000_001n);
    expect(after.accounts).toEqual(accounts);
    expect(after.world.marketTime.now()).toBe(NEW_YEAR_MS + 5_000);
    expect(after.notes).toEqual([]);
  });

  it('keeps what accounts have done, and not what faults have made of markets and fees', async () => {
    const before = await open();
    deposit(before, 1n);
    const rules = before.world.exchange.rules('BTCUSDT');
    const account = before.world.exchange.account('alice');
    before.faults.add({ kind: 'symbol', symbol: 'BTCUSDT', status: 'HALT' });
    before.faults.add({ kind: 'feeAsset', account: 'alice', isDiscounted: true });
    deposit(before, 1n);
    await close();
    const after = await open();
    expect(after.faults.list()).toEqual([]);
    expect(usdt(after)).toBe(500_000_002n);
    expect(after.world.exchange.rules('BTCUSDT')).toEqual(rules);
    expect(after.world.exchange.account('alice')).toEqual(account);
  });

  it('is not a directory', async () => {
    mkdirSync(folder.file());
    await expect(open()).rejects.toMatchObject({ code: 'state-file', message: /found a directory/ });
    rmdirSync(folder.file());
    expect((await open()).notes).toEqual([]);
  });

  it('drops a last line that was not written to its end, and says so', async () => {
    const exchange = await open();
    deposit(exchange, 1n);
    exchange.advance(1);
    await close();
    const whole = readFileSync(folder.file()).length;
    appendFileSync(folder.file(), '0000');
    expect(readState(folder.file()).notes).toEqual([
      `${folder.file()}: its last 4 bytes, from byte ${whole}, were not written to their end and are dropped.`,
    ]);
    expect(usdt(await open())).toBe(500_000_001n);
  });

  it('that is damaged before its end is refused, and stays as it is', async () => {
    const exchange = await open();
    deposit(exchange, 1n);
    exchange.advance(1);
    await close();
    const text = readFileSync(folder.file(), 'utf8').replace('"time":1704067200000', '"time":1704067200001');
    writeFileSync(folder.file(), text);
    await expect(open()).rejects.toThrow(/damaged line at byte \d+, and whole ones/);
    expect(readFileSync(folder.file(), 'utf8')).toBe(text);
  });

  it.each(['no state', '{"a":1}\n', '00000000 {}\n'])('is not made of %j', async (text) => {
    writeFileSync(folder.file(), text);
    await expect(open()).rejects.toMatchObject({ code: 'state-file' });
  });

  it('that is empty is a new one', async () => {
    writeFileSync(folder.file(), '');
    expect(usdt(await open())).toBe(500_000_000n);
  });

  it('belongs to one exchange at a time, also after one that is gone without a word', async () => {
    await open();
    await expect(open()).rejects.toMatchObject({ code: 'state-in-use' });
    await close();
    // No process has such an id.
    writeFileSync(`${folder.file()}.lock`, String(2 ** 31 - 1));
    expect(usdt(await open())).toBe(500_000_000n);
  });

  it('never lets an id or a time come back that may have been told before it was cut off', async () => {
    const exchange = await open();
    const head = readFileSync(folder.file()).length;
    exchange.advance(900);
    await close();
    truncateSync(folder.file(), head);
    const after = await open();
    expect(after.world.marketTime.now()).toBe(NEW_YEAR_MS + 2_000);
    expect(after.world.exchange.snapshot().counters.orderId).toBe(1_000_001);
  });
});
