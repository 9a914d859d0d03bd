/** The package that reads them: for developers alone, since with Babel it is larger than all that the product reads by itself. */
const PACKAGE = '@graphql-tools/graphql-tag-pluck';

/** Whether a file is JavaScript or TypeScript. */
export const isCode = (file: string): boolean => /\.[cm]?[jt]sx?$/.test(file) && !file.endsWith('.d.ts');

/** The GraphQL in a file of code: what stands in `gql` or `graphql` texts, with what is filled into them left out. */
export function textsInCode(file: string, code: string): string[] {
  if (!/gql|graphql/i.test(code)) return [];
  return plucking()(file, code, { skipIndent: true }).map(({ body }) => body);
}

type Pluck = typeof import('@graphql-tools/graphql-tag-pluck').gqlPluckFromCodeStringSync;

/** Throws in words where only what the product needs is installed. */
function plucking(): Pluck {
  try {
    const read: typeof import('@graphql-tools/graphql-tag-pluck') = require(PACKAGE);
    return read.gqlPluckFromCodeStringSync;
  } catch {
    throw new Error(
      `code is read by ${PACKAGE}, which is not installed here. Publish from a checkout of the product, or name a folder of .graphql files.`,
    );
  }
}
