/** Licences under which the product may be given on, and used by a council, with the notices that they ask for. */
const COMPATIBLE = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'Python-2.0',
  'PSF-2.0',
  'CC0-1.0',
  // Of fonts, which may be given on with a program that uses them.
  'OFL-1.1',
]);

/** What may be used to make and to test it, and is not part of it. */
const COMPATIBLE_AS_TOOLS = new Set([...COMPATIBLE, 'MPL-2.0', 'CC-BY-4.0']);

/** Tools with terms of their own, each with the reason why they go with ours. */
export const TOOLS_BY_NAME: ReadonlyMap<string, string> = new Map([
  [
    'odata-csdl',
    'the schemas of the standard, which OASIS lets anybody use who implements it; tests read them',
  ],
]);

/** Packages whose description names no licence, and the licence that their file is: a test reads it. */
export const TOLD_BY_FILE: ReadonlyMap<string, string> = new Map([['png-js', 'MIT']]);

interface Package {
  readonly license?: string;
  readonly dev?: boolean;
}

/** Packages of a lock file whose licence does not go with the product's (MIT), or is not told, as `name: licence`. */
export function foreignLicences(lock: string): string[] {
  const { packages } = JSON.parse(lock) as { packages: Record<string, Package> };
  return Object.entries(packages)
    .filter(([name]) => name !== '')
    .filter(([name, { dev }]) => !(dev && TOOLS_BY_NAME.has(bareName(name))))
    .map(([name, { license, dev }]) => ({
      ...{ name: bareName(name), license: license ?? TOLD_BY_FILE.get(bareName(name)) },
      compatible: dev ? COMPATIBLE_AS_TOOLS : COMPATIBLE,
    }))
    .filter(({ license, compatible }) => !isCompatible(license, compatible))
    .map(({ name, license }) => `${name}: ${license ?? 'not told'}`);
}

const bareName = (name: string): string => name.replace(/^.*node_modules\//, '');

/** An SPDX expression of one level: of several joined by OR one has to go, of those joined by AND all. */
function isCompatible(expression: string | undefined, compatible: ReadonlySet<string>): boolean {
  if (expression === undefined) return false;
  const plain = expression.replace(/[()]/g, '');
  return plain
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((licence) => compatible.has(licence.trim())));
}
