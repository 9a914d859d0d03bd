import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type DefinitionNode, type DocumentNode, Kind, parse, visit } from 'graphql';
import { type TrustedOperation, trustedOperation } from '../../gateway/operations/trusted-operation';

/** What is wrong with somebody's operations. The message is for whoever publishes them. */
export class OperationsRefused extends Error {
  override readonly name = 'OperationsRefused';
}

/**
 * The operations in the `.graphql` files of folders, each with the fragments that it needs from its own folder. Throws
 * `OperationsRefused` for one without a name, for two of one name, for what is no GraphQL, and for a folder that there is not.
 */
export function collectOperations(folders: readonly string[]): TrustedOperation[] {
  const operations = folders.flatMap(operationsIn);
  const names = operations.map(({ name }) => name);
  const twice = names.find((name, place) => names.indexOf(name) !== place);
  if (twice !== undefined) throw new OperationsRefused(`Two operations are called ${twice}: name one anew.`);
  return operations;
}

function operationsIn(folder: string): TrustedOperation[] {
  if (!existsSync(folder)) throw new OperationsRefused(`${folder} is not there: name a folder.`);
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.graphql'))
    .sort();
  const definitions = files.flatMap((name) => definitionsIn(path.join(folder, name)));
  const fragments = new Map(
    definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [],
    ),
  );
  return definitions
    .filter(({ kind }) => kind === Kind.OPERATION_DEFINITION)
    .map((definition) => {
      const operation = trustedOperation(withFragments(definition, fragments));
      if (operation !== null) return operation;
      throw new OperationsRefused(`An operation in ${folder} has no name: give it one.`);
    });
}

function definitionsIn(file: string): readonly DefinitionNode[] {
  try {
    return parse(readFileSync(file, 'utf8'), { noLocation: true }).definitions;
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
