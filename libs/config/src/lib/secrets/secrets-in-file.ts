import type { InputError, Place } from '@org/domain';
import { isCollection, isPair, isScalar } from 'yaml';
import { secretProblem } from '../problems/problem.ts';
import { isSecretName, isSecretText } from './secret-names.ts';

/**
 * What looks like a secret at or below a key of the file: a file is copied, shared and committed, and a secret is not.
 * The problems name the key and never the value.
 */
export function secretsIn(
  name: string,
  node: unknown,
  at: { readonly path: string; readonly place: Place },
): readonly InputError[] {
  if (isSecretName(name)) return [secretProblem('the configuration file', at.path, at.place)];
  if (isScalar(node)) {
    const isSecret = typeof node.value === 'string' && isSecretText(node.value);
    return isSecret ? [secretProblem('the configuration file', at.path, at.place)] : [];
  }
  if (!isCollection(node)) return [];
  return node.items.flatMap((item, index) => {
    const inner = isPair(item) ? item : { key: index, value: item };
    const innerName = isScalar(inner.key) ? String(inner.key.value) : String(inner.key);
    return secretsIn(innerName, inner.value, { path: `${at.path}.${innerName}`, place: at.place });
  });
}
