import { BUILT_IN_INSTRUMENTS, spotInstrument } from '@org/domain';
import { instrumentsFor } from './instruments-for.ts';

const coarse = spotInstrument({
  symbol: 'BTCUSDT',
  base: { code: 'BTC', decimals: 8 },
  quote: { code: 'USDT', decimals: 8 },
  tickSize: '1',
  stepSize: '0.1',
  minNotional: '100',
});

describe('the rules of markets', () => {
  it('are built in for those that work without any file, in the order asked for', () => {
    const instruments = instrumentsFor(['ETHUSDT', 'BTCUSDT']);
    expect(instruments).toEqual([BUILT_IN_INSTRUMENTS.get('ETHUSDT'), BUILT_IN_INSTRUMENTS.get('BTCUSDT')]);
  });

  it('are those given where there are such', () => {
    expect(instrumentsFor(['BTCUSDT'], new Map([['BTCUSDT', coarse]]))).toEqual([coarse]);
  });

  it('are asked for by flag where nobody knows them', () => {
    expect(() => instrumentsFor(['BTCUSDT', 'DOGEUSDT'])).toThrow(
      /rules of DOGEUSDT.*allowed: BTCUSDT, ETHUSDT.*--instruments FILE/,
    );
  });
});
