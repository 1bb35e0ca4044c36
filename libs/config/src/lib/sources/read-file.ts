import type { InputError, Place } from '@org/domain';
import { nearestWord } from '@org/domain';
import type { Document, YAMLMap } from 'yaml';
import { LineCounter, isAlias, isMap, isNode, isScalar, parseDocument } from 'yaml';
import { z } from 'zod';
import { keyFacts } from '../keys/key-facts.ts';
import { notASection, syntaxProblem, unknownKey } from '../problems/problem.ts';
import { secretsIn } from '../secrets/secrets-in-file.ts';
import type { ConfigurationFile } from './find-file.ts';
import type { Reading } from './reading.ts';
import type { Setting } from './setting.ts';

/** Reads a configuration file against the schema: every value with its line, and everything wrong at once. */
export function readFile({ name, text }: ConfigurationFile, schema: z.ZodObject): Reading {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const placeOf = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file: name, line, column: col };
  };
  const [error] = document.errors;
  if (error !== undefined) return failed(syntaxProblem(placeOf(error.pos[0]), error.message));
  const { contents } = document;
  if (isEmpty(contents)) return { settings: [], problems: [] };
  if (!isMap(contents)) {
    return failed(syntaxProblem(placeOf(contents?.range[0] ?? 0), 'no keys at the top level'));
  }
  const reader = new FileReader(document, placeOf);
  reader.readSection(contents, schema, '');
  return reader;
}

function failed(problem: InputError): Reading {
  return { settings: [], problems: [problem] };
}

/** Whether nothing was written; `null` and `~` are something. */
function isEmpty(node: unknown): boolean {
  return node === null || (isScalar(node) && node.value === null && node.source === '');
}

/** Walks the file and the schema together, collecting. */
class FileReader implements Reading {
  readonly settings: Setting[] = [];
  readonly problems: InputError[] = [];
  readonly #document: Document.Parsed;
  readonly #placeOf: (offset: number) => Place;

  constructor(document: Document.Parsed, placeOf: (offset: number) => Place) {
    this.#document = document;
    this.#placeOf = placeOf;
  }

  readSection(section: YAMLMap<unknown, unknown>, schema: z.ZodObject, prefix: string): void {
    for (const { key, value } of section.items) {
      const name = isScalar(key) ? String(key.value) : String(key);
      const place = this.#placeOf(isNode(key) ? (key.range?.[0] ?? 0) : 0);
      const node = isAlias(value) ? value.resolve(this.#document) : value;
      const secrets = secretsIn(name, node, { path: `${prefix}${name}`, place });
      if (secrets.length > 0) this.problems.push(...secrets);
      else this.#readValue(name, node, place, schema, prefix);
    }
  }

  #readValue(name: string, node: unknown, place: Place, schema: z.ZodObject, prefix: string): void {
    const path = `${prefix}${name}`;
    const part: unknown = Object.hasOwn(schema.shape, name) ? schema.shape[name] : undefined;
    if (!(part instanceof z.ZodType)) {
      const nearest = nearestWord(name, Object.keys(schema.shape));
      const meant = nearest === undefined ? undefined : `${prefix}${nearest}`;
      this.problems.push(unknownKey(path, { kind: 'file', place }, meant));
    } else if (part instanceof z.ZodObject && !keyFacts.has(part)) {
      if (isMap(node)) this.readSection(node, part, `${path}.`);
      else if (!isEmpty(node)) this.problems.push(notASection(path, place, Object.keys(part.shape)));
    } else {
      this.#readSetting(path, node, place);
    }
  }

  #readSetting(path: string, node: unknown, place: Place): void {
    try {
      const value = this.#toPlain(node);
      // A value that holds itself could not even be shown.
      JSON.stringify(value);
      this.settings.push({ path, value, origin: { kind: 'file', place } });
    } catch {
      this.problems.push(syntaxProblem(place, `aliases without end in ${path}`));
    }
  }

  /** An empty value is not null: nobody switches a limit off by leaving it blank. */
  #toPlain(node: unknown): unknown {
    if (isEmpty(node) || !isNode(node)) return undefined;
    const value: unknown = node.toJS(this.#document);
    return value;
  }
}
