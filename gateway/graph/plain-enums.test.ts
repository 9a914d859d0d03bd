import { readFileSync } from 'node:fs';
import path from 'node:path';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import { buildSchema, GraphQLEnumType } from 'graphql';
import { plainEnums } from './plain-enums';

const SUPERGRAPH = readFileSync(path.join(__dirname, '../../schema/supergraph.graphql'), 'utf8');

/** What stands at the values of an enum that the runtime answers with. */
async function directivesAt(handle: typeof unifiedGraphHandler, supergraph: string, name: string) {
  const unifiedGraph = buildSchema(supergraph, { assumeValidSDL: true });
  const handled = await handle({
    unifiedGraph,
    getUnifiedGraphSDL: () => supergraph,
    onSubgraphExecute: () => ({ data: {} }),
    // Nothing else of it is read before something is asked.
  } as unknown as Parameters<typeof unifiedGraphHandler>[0]);
  const type = handled.unifiedGraph.getType(name);
  if (!(type instanceof GraphQLEnumType)) throw new Error(`There is no enum ${name}`);
  return type
    .getValues()
    .flatMap(({ astNode }) => astNode?.directives ?? [])
    .map(({ name: { value } }) => value);
}

describe('the values of enums', () => {
  it('say nothing of parts once they are planned with, as they do before', async () => {
    expect(await directivesAt(unifiedGraphHandler, SUPERGRAPH, 'Stream')).toContain('join__enumValue');
    expect(await directivesAt(plainEnums(unifiedGraphHandler), SUPERGRAPH, 'Stream')).toEqual([]);
  });

  it('keep whatever else stands at them', async () => {
    const marked = SUPERGRAPH.replace(
      /\bCORPORATE @join__enumValue/,
      'CORPORATE @deprecated @join__enumValue',
    );
    expect(marked).not.toBe(SUPERGRAPH);
    expect(await directivesAt(plainEnums(unifiedGraphHandler), marked, 'Stream')).toEqual(['deprecated']);
  });
});
