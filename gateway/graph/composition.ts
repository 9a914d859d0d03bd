import { composeServices, compositionHasErrors } from '@theguild/federation-composition';
import { readTypeDefinitions } from '../../platform/server/type-definitions';
import { withRoles } from './open-to';

/**
 * Composes the schemas of the named subgraphs into one, as federation v2.9 has it. Throws with every reason when they
 * do not fit together. The same schemas give the same text, in whatever order they are named. A field that a scope guards
 * says which roles may ask for it.
 */
export function composeSupergraph({
  schemaDirectory,
  names,
}: {
  schemaDirectory: string;
  names: readonly string[];
}): string {
  const result = composeServices(
    [...names].sort().map((name) => ({
      name,
      typeDefs: withRoles(readTypeDefinitions({ schemaDirectory, name, isForGraph: true })),
      // The gateway learns where a part really is when it starts.
      url: `http://${name}.invalid/graphql`,
    })),
  );
  if (!compositionHasErrors(result)) return `${result.supergraphSdl.trim()}\n`;
  const reasons = result.errors.map((error) => `- ${error.message}`);
  throw new Error(['The subgraphs do not fit together:', ...reasons].join('\n'));
}
