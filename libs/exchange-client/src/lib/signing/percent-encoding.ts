/** What `encodeURIComponent` leaves alone and other encoders do not: both sides must sign and send the same bytes. */
const LEFT_ALONE = /[!'()*]/g;
/** What every encoder leaves as it is: most values, in the way of every order. */
const PLAIN = /^[\w.~-]*$/;

/** A parameter's value, ready for a query string. */
export type QueryValue = string | number | boolean | readonly string[];

/** Parameters in the order they are sent; undefined and null ones are left out. */
export type QueryParameters = Readonly<Record<string, QueryValue | null | undefined>>;

/**
 * Writes parameters as a query string, percent-encoded once. Lists are written as the exchange reads them, `["A","B"]`.
 * Numbers are for counts and times alone: prices and quantities are decimal strings, which never turn into `1e-7`.
 */
export function queryString(parameters: QueryParameters): string {
  let query = '';
  for (const name in parameters) {
    const value = parameters[name];
    if (value === undefined || value === null) continue;
    query += `${query === '' ? '' : '&'}${name}=${encoded(value)}`;
  }
  return query;
}

/** Text as it stands in a query string. */
export function percentEncode(text: string): string {
  if (PLAIN.test(text)) return text;
  return encodeURIComponent(text).replace(
    LEFT_ALONE,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function encoded(value: QueryValue): string {
  if (typeof value === 'string') return percentEncode(value);
  return percentEncode(typeof value === 'object' ? JSON.stringify(value) : String(value));
}
