import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type DefinitionNode, type DocumentNode, Kind, parse, visit } from 'graphql';
import { type TrustedOperation, trustedOperation } from '../../gateway/operations/trusted-operation';
import { isCode, textsInCode } from './texts-in-code';

/** What is wrong with somebody's operations. The message is for whoever publishes them. */
export class OperationsRefused extends Error {
  override readonly name = 'OperationsRefused';
}

/** An operation, and the file in which it is written. */
export interface WrittenOperation extends TrustedOperation {
  readonly file: string;
}

interface Written {
  readonly file: string;
  readonly definition: DefinitionNode;
}

const SCHEMA_TEXT = /\.(?:graphql|gql)$/;
/** What others wrote, or what was made of the sources. */
const SKIPPED = /^(?:node_modules|dist|build|__generated__|\..*)$/;

/**
 * The operations written in a folder and below it, in `.graphql` files and, `withCode`, in the `gql` texts of JavaScript and TypeScript, each with
 * the fragments that it needs from the same folder. Throws `OperationsRefused` for one without a name, and for what is no GraphQL.
 */
export function readOperations(
  folder: string,
  { withCode }: { readonly withCode: boolean },
): WrittenOperation[] {
  const files = filesIn(folder).filter((file) => SCHEMA_TEXT.test(file) || (withCode && isCode(file)));
  const written = files.flatMap(definitionsIn);
  const fragments = new Map(
    written.flatMap(({ definition }) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  );
  return written
    .filter(({ definition }) => definition.kind === Kind.OPERATION_DEFINITION)
    .map(({ file, definition }) => {
      const operation = trustedOperation(withFragments(definition, fragments));
      if (operation !== null) return { ...operation, file };
      throw new OperationsRefused(`An operation in ${file} has no name: give it one.`);
    });
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !SKIPPED.test(name))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const place = path.join(folder, entry.name);
      return entry.isDirectory() ? filesIn(place) : [place];
    });
}

function definitionsIn(file: string): Written[] {
  const text = readFileSync(file, 'utf8');
  try {
    const texts = isCode(file) ? textsInCode(file, text) : [text];
    return texts.flatMap((each) =>
      parse(each, { noLocation: true }).definitions.map((definition) => ({ file, definition })),
    );
  } catch (error) {
    throw new OperationsRefused(`${file} cannot be read: ${error instanceof Error ? error.message : ''}`);
  }
}

/** A definition with every fragment that it needs, through others too. One that there is not is left to be missed by validation. */
function withFragments(
  definition: DefinitionNode,
  fragments: ReadonlyMap<string, DefinitionNode>,
): DocumentNode {
  const needed = new Set<DefinitionNode>([definition]);
  for (const each of needed)
    visit(each, {
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value);
        if (fragment !== undefined) needed.add(fragment);
      },
    });
  return { kind: Kind.DOCUMENT, definitions: [...needed] };
}
