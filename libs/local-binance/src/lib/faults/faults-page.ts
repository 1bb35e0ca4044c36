import type { Decimal } from '@org/domain';
import { formatDecimal, InputError } from '@org/domain';
import type { HttpAnswer, HttpRequest } from '../http/http-exchange.ts';
import { jsonAnswer } from '../http/http-exchange.ts';
import type { LocalPage } from '../http/serve-http.ts';
import type { FilterJson } from '../symbols/filter-schema.ts';
import type { ActiveFault, Faults } from './faults.ts';
import { readFault } from './faults.ts';

const PATH = '/local/faults';

/**
 * Faults over HTTP: `GET /local/faults` lists them, `POST` with one as JSON adds it and answers with its id,
 * `DELETE /local/faults/<id>` takes one back, `DELETE /local/faults` all.
 */
export function faultPages(faults: Faults): readonly LocalPage[] {
  return [
    { method: 'GET', path: PATH, answer: () => jsonAnswer(200, faults.list().map(asAsked)) },
    { method: 'POST', path: PATH, answer: (request) => add(faults, request) },
    { method: 'DELETE', path: PATH, answer: (request) => remove(faults, request) },
  ];
}

/** A fault as it could be asked for again: its filters in the words of `exchangeInfo`. */
function asAsked({ fault, ...active }: ActiveFault): object {
  if (fault.kind !== 'symbol' || fault.filters === undefined) return { ...active, fault };
  return { ...active, fault: { ...fault, filters: fault.filters.map(filterTexts) } };
}

function filterTexts(filter: FilterJson): object {
  const texts = Object.entries<string | number | boolean | Decimal>(filter).map(
    ([word, value]): [string, string | number | boolean] => [
      word,
      typeof value === 'object' ? formatDecimal(value.units, value.decimals) : value,
    ],
  );
  return Object.fromEntries(texts);
}

function add(faults: Faults, { body }: HttpRequest): HttpAnswer {
  try {
    return jsonAnswer(200, { id: faults.stand(readFault(JSON.parse(body))) });
  } catch (error) {
    if (error instanceof InputError) return jsonAnswer(400, { error: error.message });
    if (error instanceof SyntaxError)
      return jsonAnswer(400, { error: `a fault is malformed: ${error.message}` });
    throw error;
  }
}

function remove(faults: Faults, { path }: HttpRequest): HttpAnswer {
  const name = path.slice(PATH.length + 1);
  if (name === '') {
    faults.clear();
    return jsonAnswer(200, {});
  }
  const isGone = faults.remove(Number(name));
  return isGone ? jsonAnswer(200, {}) : jsonAnswer(404, { error: `no fault has the id ${name}` });
}
