import type { BinanceError } from '../errors/binance-error.ts';

/** Makes a value of the text that was sent, or says in the exchange's words what is wrong with it. */
export type Reader<Value> = (text: string, name: string) => ReadValue<Value>;

export type ReadValue<Value> = { readonly kind: 'value'; readonly value: Value } | BinanceError;

/** A parameter of an endpoint. */
export interface Parameter<Value> {
  readonly isRequired: boolean;
  readonly read: Reader<Value>;
  /** Where it was not sent; never asked for where it is required. */
  readonly otherwise: () => Value;
}

/** The parameters of an endpoint by their names on the wire. */
export type ParameterSpec = Readonly<Record<string, Parameter<unknown>>>;

/** What an endpoint gets: every parameter of its spec, read. */
export type Parameters<Spec extends ParameterSpec> = {
  readonly [Name in keyof Spec]: Spec[Name] extends Parameter<infer Value> ? Value : never;
};

export function required<Value>(read: Reader<Value>): Parameter<Value> {
  return {
    isRequired: true,
    read,
    otherwise: () => {
      throw new Error('A required parameter has no other value.');
    },
  };
}

/** Null where it was not sent. */
export function optional<Value>(read: Reader<Value>): Parameter<Value | null> {
  return { isRequired: false, read, otherwise: () => null };
}

export function defaulted<Value>(read: Reader<Value>, value: Value): Parameter<Value> {
  return { isRequired: false, read, otherwise: () => value };
}
