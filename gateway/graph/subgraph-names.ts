import { Kind } from 'graphql';
import { schemaDocument } from './schema-document';

/** The names of the subgraphs that a supergraph is composed of (federation's enum join__Graph). */
export function subgraphNamesIn(supergraph: string): string[] {
  return schemaDocument(supergraph).definitions.flatMap((definition) => {
    if (definition.kind !== Kind.ENUM_TYPE_DEFINITION || definition.name.value !== 'join__Graph') return [];
    const parts = definition.values?.flatMap(({ directives = [] }) => directives) ?? [];
    return parts
      .flatMap((directive) => directive.arguments ?? [])
      .flatMap(({ name, value }) =>
        name.value === 'name' && value.kind === Kind.STRING ? [value.value] : [],
      );
  });
}
