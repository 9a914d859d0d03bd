import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSchema, type GraphQLSchema, getNamedType } from 'graphql';
import { ROOT } from './root';

/** The graph as it is composed. */
export const composedGraph = (): GraphQLSchema =>
  buildSchema(readFileSync(path.join(ROOT, 'schema', 'supergraph.graphql'), 'utf8'), {
    assumeValidSDL: true,
  });

/**
 * A mutation as a program writes it, by the names of its arguments: each is a variable of the type that the graph says. `saidOf` is what
 * is asked of the type that it answers with. Throws for a mutation or an argument that there is not.
 */
export function commandOperation(graph: GraphQLSchema, { mutation, given, saidOf }: CommandAsked): string {
  const field = graph.getMutationType()?.getFields()[mutation];
  if (field === undefined) throw new Error(`The graph has no mutation ${mutation}`);
  const named = field.args.filter(({ name }) => Object.hasOwn(given, name));
  const unknown = Object.keys(given).filter((name) => named.every((each) => each.name !== name));
  if (unknown.length > 0) throw new Error(`${mutation} takes no ${unknown.join(', ')}`);
  const variables = named.map(({ name, type }) => `$${name}: ${type}`).join(', ');
  const args = named.map(({ name }) => `${name}: $${name}`).join(', ');
  const said = saidOf(getNamedType(field.type).name);
  return `mutation(${variables}) { said: ${mutation}(${args}) { ${said} } }`;
}

interface CommandAsked {
  readonly mutation: string;
  readonly given: Readonly<Record<string, unknown>>;
  readonly saidOf: (type: string) => string;
}
