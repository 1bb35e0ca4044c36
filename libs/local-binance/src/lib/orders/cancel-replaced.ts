import { answer } from '../endpoints/answers.ts';
import type { Answer } from '../endpoints/endpoint.ts';
import type { BinanceError } from '../errors/binance-error.ts';
import { binanceError, isBinanceError } from '../errors/binance-error.ts';

/** The answer for both halves of a replacement; null for what was not attempted. */
export function cancelReplaced(
  cancelled: Answer | BinanceError,
  placed: Answer | BinanceError | null,
): Answer | BinanceError {
  const halves = {
    cancelResult: isBinanceError(cancelled) ? 'FAILURE' : 'SUCCESS',
    newOrderResult: placed === null ? 'NOT_ATTEMPTED' : isBinanceError(placed) ? 'FAILURE' : 'SUCCESS',
    cancelResponse: half(cancelled),
    newOrderResponse: placed === null ? null : half(placed),
  };
  const isPlaced = halves.newOrderResult === 'SUCCESS';
  const isCancelled = halves.cancelResult === 'SUCCESS';
  if (isCancelled && isPlaced) return answer(halves);
  const failure =
    isCancelled || isPlaced
      ? binanceError(-2021, 'Order cancel-replace partially failed.', 409)
      : binanceError(-2022, 'Order cancel-replace failed.');
  return { ...failure, data: halves };
}

function half(part: Answer | BinanceError): unknown {
  return isBinanceError(part) ? { code: part.code, msg: part.msg } : part.body;
}
