/** A request as it was sent. */
export interface HttpRequest {
  readonly method: string;
  readonly path: string;
  /** What follows the question mark, byte for byte. */
  readonly query: string;
  /** Byte for byte. */
  readonly body: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Where it comes from. */
  readonly address: string;
}

/** What a request is answered with. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export const JSON_TYPE = 'application/json;charset=UTF-8';

export function header(request: HttpRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : value?.[0];
}

/** An answer of plain data; bigints are written as strings. */
export function jsonAnswer(status: number, body: unknown): HttpAnswer {
  return {
    status,
    headers: { 'content-type': JSON_TYPE },
    body: JSON.stringify(body, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value)),
  };
}
