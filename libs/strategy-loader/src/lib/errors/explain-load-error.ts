import { fileURLToPath } from 'node:url';
import type { ErrorFacts, Place } from '@org/domain';
import { InputError } from '@org/domain';
import type { UserFile } from '../files/user-files.ts';
import { findSyntaxError } from './check-syntax.ts';
import { LoadError } from './load-error.ts';
import { placeAbove } from './source-place.ts';
import { factsOf, firstFrame } from './thrown.ts';
import { insteadOf } from './type-stripping.ts';

export interface LoadingFile {
  readonly path: string;
  /** How paths are shown. */
  readonly show: (path: string) => string;
}

/** Says what is wrong with a user's file, where, and what to write instead; what is not its fault comes back as it is. */
export function explainLoadError(error: unknown, file: LoadingFile): unknown {
  if (!(error instanceof LoadError)) return error;
  const { cause, files } = error;
  if (cause instanceof InputError) return placed(cause, error, file);
  const { code, message, stack, isSyntax } = factsOf(cause);
  const above = placeAbove(stack);
  const place = above === undefined ? undefined : shownPlace(above, file);
  if (code === 'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX') {
    const found = message.replace(' is not supported in strip-only mode', '');
    const what = 'types are taken out of a strategy file, and what is left must run';
    return explained('strategy-type-syntax', { what, found, hint: insteadOf(message) }, place);
  }
  if (code === 'ERR_INVALID_TYPESCRIPT_SYNTAX') {
    return explained('strategy-syntax', { what: 'syntax error', found: message }, place);
  }
  if (isSyntax && place !== undefined) {
    return explained(
      'strategy-import',
      { what: 'this import cannot be', found: message, ...typeHint(message) },
      place,
    );
  }
  const frame = firstFrame(stack, files);
  if (isSyntax && frame === undefined) {
    return explained('strategy-syntax', { what: 'syntax error', found: message }, searched(files, file));
  }
  const facts = { what: 'the strategy file fails when it is loaded', found: message, ...moduleHint(message) };
  return explained('strategy-fails', facts, shownPlace(frame ?? { source: file.path }, file));

  function explained(kind: string, facts: ErrorFacts, at: Place | undefined): InputError {
    return new InputError(kind, { ...facts, place: at ?? { file: file.show(file.path) } }, { cause });
  }
}

/** A refusal with its own place, else with the line of the user's that it came from. */
function placed(refusal: InputError, { files }: LoadError, file: LoadingFile): InputError {
  const { place } = refusal.facts;
  const shown =
    place === undefined
      ? shownPlace(firstFrame(refusal.stack ?? '', files) ?? { source: file.path }, file)
      : { ...place, file: file.show(place.file) };
  return new InputError(refusal.code, { ...refusal.facts, place: shown }, { cause: refusal.cause });
}

function shownPlace(
  { source, ...at }: Omit<Place, 'file'> & { source: string },
  { show }: LoadingFile,
): Place {
  return { file: show(source.startsWith('file:') ? fileURLToPath(source) : source), ...at };
}

/** Node does not say where the errors are that only its engine finds: each file that was read is asked. */
function searched(files: readonly UserFile[], file: LoadingFile): Place | undefined {
  for (const { path, source } of files) {
    const at = findSyntaxError(source);
    if (at !== undefined) return { file: file.show(path), ...at };
  }
  return undefined;
}

function typeHint(message: string): { hint: string } | Record<never, never> {
  const name = /export named '([^']+)'/.exec(message)?.[1];
  return name === undefined ? {} : { hint: `If ${name} is a type, write import type { ${name} }.` };
}

function moduleHint(message: string): { hint: string } | Record<never, never> {
  const isCommonJs = /^ReferenceError: (module|exports|require|__dirname|__filename) is not/.test(message);
  return isCommonJs ? { hint: 'A strategy file is an ES module: write import, and export default.' } : {};
}
