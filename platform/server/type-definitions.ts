import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type DefinitionNode, type DocumentNode, Kind, parse, Source, visit } from 'graphql';

/** Ends the names of files with what the gateway itself asks of a part: no part of the graph, so nobody can ask for it. */
const INTERNAL = '.internal.graphql';

/**
 * The schema of one subgraph: every file of its own folder, and of `common` those definitions that it names, and that
 * those name in turn. A definition of its own comes before the common one of the same name. With `isForGraph`, without what
 * is internal.
 * Throws when the folder has no schema, and with file and line for what is no GraphQL.
 */
export function readTypeDefinitions({
  schemaDirectory,
  name,
  isForGraph = false,
}: {
  schemaDirectory: string;
  name: string;
  isForGraph?: boolean;
}): DocumentNode {
  const isRead = (file: string) => !(isForGraph && file.endsWith(INTERNAL));
  const own = definitionsIn(path.join(schemaDirectory, name), isRead);
  if (own.length === 0)
    throw new Error(`schema/${name} holds no .graphql file. Write the subgraph's schema there.`);
  const common = byName(definitionsIn(path.join(schemaDirectory, 'common')));
  for (const definition of own) if (!isExtension(definition)) common.delete(nameOf(definition) ?? '');
  return { kind: Kind.DOCUMENT, definitions: [...own, ...named(own, common)] };
}

function definitionsIn(directory: string, isRead = (_: string): boolean => true): DefinitionNode[] {
  const files = readdirSync(directory)
    .filter((file) => file.endsWith('.graphql') && isRead(file))
    .sort();
  return files.flatMap((file) => {
    const location = path.join(directory, file);
    return [...parse(new Source(readFileSync(location, 'utf8'), location)).definitions];
  });
}

function byName(definitions: readonly DefinitionNode[]): Map<string, DefinitionNode> {
  return new Map(definitions.map((definition) => [nameOf(definition) ?? '', definition]));
}

/** The common definitions that `own` leads to, each once, in the order in which they are met. */
function named(
  own: readonly DefinitionNode[],
  common: ReadonlyMap<string, DefinitionNode>,
): DefinitionNode[] {
  const taken = new Set<DefinitionNode>();
  const waiting = [...own];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    for (const name of namesIn(next)) {
      const definition = common.get(name);
      if (definition === undefined || taken.has(definition)) continue;
      taken.add(definition);
      waiting.push(definition);
    }
  }
  return [...taken];
}

function namesIn(definition: DefinitionNode): string[] {
  const names: string[] = isExtension(definition) ? [nameOf(definition) ?? ''] : [];
  visit(definition, { NamedType: ({ name }) => void names.push(name.value) });
  return names;
}

const nameOf = (definition: DefinitionNode): string | undefined =>
  'name' in definition ? definition.name?.value : undefined;

const isExtension = ({ kind }: DefinitionNode): boolean => kind.endsWith('Extension');
