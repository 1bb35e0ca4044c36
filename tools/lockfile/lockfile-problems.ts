import { z } from 'zod';

const names = z.record(z.string(), z.string()).default({});

const lockfile = z.object({
  packages: z.record(
    z.string(),
    z.object({ resolved: z.string().optional(), link: z.boolean().optional(), optionalDependencies: names }),
  ),
});

/**
 * What would make `npm ci` fail, or depend on one machine's registry, in the text of a package-lock.json: an
 * optional dependency that is named and not locked (`npm install` forgives it, `npm ci` does not), or an
 * address in place of a name. Returns one sentence per problem; none means that the lockfile is sound.
 */
export function lockfileProblems(text: string): readonly string[] {
  const { packages } = lockfile.parse(JSON.parse(text));
  return Object.entries(packages).flatMap(([path, { resolved, optionalDependencies }]) => [
    ...(resolved?.includes('http') ? [`${path} is resolved to the address ${resolved}`] : []),
    ...Object.keys(optionalDependencies)
      .filter((name) => !placesOf(name, path).some((place) => place in packages))
      .map((name) => `${name}, optional for ${path === '' ? 'the workspace' : path}, is not locked`),
  ]);
}

/** Where Node would look for a package from the folder `path`: beside it, then further up. */
function placesOf(name: string, path: string): readonly string[] {
  const places = [`${path}/node_modules/${name}`];
  for (
    let end = path.lastIndexOf('node_modules/');
    end > 0;
    end = path.lastIndexOf('node_modules/', end - 1)
  ) {
    places.push(`${path.slice(0, end)}node_modules/${name}`);
  }
  return [...places, `node_modules/${name}`];
}
