import fs from 'node:fs';
import path from 'node:path';
import { type ModuleItem, parseSync } from '@swc/core';

/** What one file takes from another: a name, or `*` for all. */
interface Taken {
  readonly from: string;
  readonly name: string;
}

interface Exchange {
  readonly exported: readonly string[];
  readonly taken: readonly Taken[];
}

/**
 * Functions and values that files of the product export, and that nothing but tests imports, as `file: name`. Types are
 * left out. A name that its own file uses elsewhere counts too: the export is there for the tests.
 */
export function exportsForTests(
  root: string,
  product: readonly string[],
  others: readonly string[],
): string[] {
  const exchanges = new Map(product.map((file) => [file, exchangeOf(root, file)]));
  const taken = keysTaken([...exchanges.values()]);
  const takenByOthers = keysTaken(others.map((file) => exchangeOf(root, file)));
  return [...exchanges].flatMap(([file, { exported }]) =>
    exported
      .map((name) => ({ name, key: `${file}#${name}` }))
      .filter(({ key }) => takenByOthers.has(key) && !taken.has(key) && !taken.has(`${file}#*`))
      .map(({ name }) => `${file}: ${name}`),
  );
}

const keysTaken = (exchanges: readonly Exchange[]): ReadonlySet<string> =>
  new Set(exchanges.flatMap(({ taken }) => taken.map(({ from, name }) => `${from}#${name}`)));

function exchangeOf(root: string, file: string): Exchange {
  const text = fs.readFileSync(path.join(root, file), 'utf8');
  const { body } = parseSync(text, { syntax: 'typescript', decorators: true });
  return { exported: body.flatMap(exportedBy), taken: body.flatMap((item) => takenBy(file, item)) };
}

function exportedBy(item: ModuleItem): string[] {
  if (item.type !== 'ExportDeclaration') return [];
  const { declaration } = item;
  if (declaration.type === 'FunctionDeclaration' || declaration.type === 'ClassDeclaration')
    return [declaration.identifier.value];
  if (declaration.type !== 'VariableDeclaration') return [];
  return declaration.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.value] : []));
}

function takenBy(file: string, item: ModuleItem): Taken[] {
  if (item.type === 'ExportAllDeclaration') return [{ from: resolved(file, item.source.value), name: '*' }];
  if (item.type !== 'ImportDeclaration' && item.type !== 'ExportNamedDeclaration') return [];
  if (!item.source?.value.startsWith('.')) return [];
  const from = resolved(file, item.source.value);
  return item.specifiers.map((specifier) => {
    if (specifier.type === 'ImportSpecifier')
      return { from, name: (specifier.imported ?? specifier.local).value };
    if (specifier.type === 'ExportSpecifier') return { from, name: specifier.orig.value };
    return { from, name: '*' };
  });
}

const resolved = (file: string, specifier: string): string =>
  `${path.posix.join(path.posix.dirname(file), specifier)}.ts`;
