import fs from 'node:fs';
import path from 'node:path';
import { parseSync } from '@swc/core';

/** How often each file asserts a type: `x as T` other than `as const`, `<T>x`, and `x!`. Files without one are left out. */
export function assertions(root: string, files: readonly string[]): Record<string, number> {
  const counted = files.map((file): [string, number] => [
    file,
    count(
      parseSync(fs.readFileSync(path.join(root, file), 'utf8'), { syntax: 'typescript', decorators: true }),
    ),
  ]);
  return Object.fromEntries(counted.filter(([, number]) => number > 0));
}

// `as const` is a kind of its own (TsConstAssertion), and `satisfies` asserts nothing.
const ASSERTIONS = ['TsAsExpression', 'TsTypeAssertion', 'TsNonNullExpression'];

function count(node: unknown): number {
  if (Array.isArray(node)) return node.reduce((sum: number, inner) => sum + count(inner), 0);
  if (typeof node !== 'object' || node === null) return 0;
  const own = 'type' in node && ASSERTIONS.some((kind) => kind === node.type) ? 1 : 0;
  return Object.values(node).reduce((sum: number, inner) => sum + count(inner), own);
}

/** The files that assert more types than they are excused for, as sentences. */
export function unexcused(
  found: Readonly<Record<string, number>>,
  excused: Readonly<Record<string, { readonly most: number }>>,
): string[] {
  return Object.entries(found).flatMap(([file, has]) => {
    const most = excused[file]?.most ?? 0;
    return has > most
      ? [`${file} asserts a type ${has} times, and may ${most} times. Check the value instead.`]
      : [];
  });
}
