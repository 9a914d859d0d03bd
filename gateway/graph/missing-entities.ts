import { type DocumentNode, Kind } from 'graphql';

/** A type that no schema has: what is of this type is null in the answer. */
const NOTHING = { __typename: '__Nothing' };

/**
 * Marks what a subgraph was asked for by its key and does not have, or does not show to this caller, so that it
 * becomes null. Left alone, the planner answers with an object whose fields are all null, as if there were something.
 */
export function withMissingEntities(
  document: DocumentNode,
  data: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const marked = { ...data };
  for (const key of entityKeys(document)) {
    const entities = marked[key];
    if (Array.isArray(entities)) marked[key] = entities.map((entity: unknown) => entity ?? NOTHING);
  }
  return marked;
}

/** The names under which a request asks for entities; a batched one has several. */
function entityKeys(document: DocumentNode): string[] {
  return document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION
      ? definition.selectionSet.selections.flatMap((selection) =>
          selection.kind === Kind.FIELD && selection.name.value === '_entities'
            ? [selection.alias?.value ?? selection.name.value]
            : [],
        )
      : [],
  );
}
