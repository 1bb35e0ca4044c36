import type { Json } from '@org/domain';
import { z } from 'zod';

/** A parameter of a strategy, in words for people and kinds for reading text. */
export interface Parameter {
  readonly name: string;
  /** What it accepts: `whole number from 2 to 500`, `true or false`, `one of wide, narrow`. */
  readonly type: string;
  /** Undefined where there is none: then a value must be given, unless the parameter is optional. */
  readonly default: Json | undefined;
  readonly mustBeGiven: boolean;
  readonly meaning: string;
  /** The JSON kinds among which a text is read. */
  readonly kinds: readonly string[];
}

const choice = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** What is read of the JSON Schema that zod makes of a parameter. */
const accepted = z.object({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  get anyOf() {
    return z.array(accepted).optional();
  },
  enum: z.array(choice).optional(),
  const: choice.optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  exclusiveMinimum: z.number().optional(),
  exclusiveMaximum: z.number().optional(),
  default: z.json().optional(),
  description: z.string().optional(),
});

const written = z.object({
  properties: z.record(z.string(), accepted),
  required: z.array(z.string()).default([]),
});

type Accepted = z.output<typeof accepted>;

/** Reads the parameters off their schema, in its order. */
export function parametersOf(schema: z.ZodObject): readonly Parameter[] {
  const { properties, required } = written.parse(
    z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }),
  );
  return Object.entries(properties).map(([name, property]) => ({
    name,
    type: describeAccepted(property),
    default: property.default,
    mustBeGiven: required.includes(name),
    meaning: property.description ?? '',
    kinds: kindsOf(property),
  }));
}

function kindsOf({ type, anyOf, enum: choices, const: only }: Accepted): readonly string[] {
  if (anyOf !== undefined) return anyOf.flatMap(kindsOf);
  if (type !== undefined) return Array.isArray(type) ? type : [type];
  const values = choices ?? (only === undefined ? [] : [only]);
  return values.map((value) => (value === null ? 'null' : typeof value));
}

function describeAccepted(property: Accepted): string {
  const { type, anyOf, enum: choices, const: only } = property;
  if (anyOf !== undefined) return anyOf.map(describeAccepted).join(' or ');
  if (choices !== undefined) return `one of ${choices.join(', ')}`;
  if (only !== undefined) return String(only);
  if (Array.isArray(type)) return type.map((one) => describeKind(one, property)).join(' or ');
  return type === undefined ? 'any value' : describeKind(type, property);
}

function describeKind(kind: string, property: Accepted): string {
  switch (kind) {
    case 'integer':
      return `whole number${describeRange(property)}`;
    case 'number':
      return `number${describeRange(property)}`;
    case 'boolean':
      return 'true or false';
    case 'string':
      return 'text';
    case 'array':
      return 'a list as JSON';
    case 'object':
      return 'an object as JSON';
    default:
      return kind;
  }
}

function describeRange({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: Accepted): string {
  const low = minimum !== undefined && minimum > Number.MIN_SAFE_INTEGER ? ` from ${minimum}` : '';
  const high = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER ? ` to ${maximum}` : '';
  const above = exclusiveMinimum === undefined ? '' : ` above ${exclusiveMinimum}`;
  const below = exclusiveMaximum === undefined ? '' : ` below ${exclusiveMaximum}`;
  return low + above + high + below;
}
