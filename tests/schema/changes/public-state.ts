import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { figureSets } from '../../../contracts/figure-sets';
import { RECORD_SETS } from '../../../contracts/record-sets/record-sets';
import { printContract } from '../../../gateway/graph/partner-contract';
import { SCOPES_OF_ROLE } from '../../../platform/identity/scopes';
import { viewOf } from '../../../platform/records/record-set';
import { measurePage } from '../../../subgraphs/insight/subgraph';
import { definitionsIn } from './measure-words';
import { publicText } from './public-text';

const contractsModel = z.object({
  roles: z.record(z.string(), z.array(z.string())),
  recordSets: z.record(
    z.string(),
    z.object({
      view: z.string(),
      scope: z.string(),
      filter: z.string().nullable(),
      columns: z.record(z.string(), z.string()),
    }),
  ),
  measures: z.record(z.string(), z.object({ version: z.number(), says: z.string() })),
});

/** All that clients rely on, at one time. */
export interface PublicState extends z.output<typeof contractsModel> {
  /** The schema of the graph. */
  readonly graph: string;
  /** What of it partners are told. */
  readonly partners: string;
}

const [GRAPH, PARTNERS, CONTRACTS] = ['graph.graphql', 'partner.graphql', 'contracts.json'] as const;
const folderIn = (root: string): string => path.join(root, 'schema', 'published');

/** The state of the product's folder as it is now. */
export function presentState(root: string): PublicState {
  const supergraph = fs.readFileSync(path.join(root, 'schema', 'supergraph.graphql'), 'utf8');
  return {
    graph: publicText(supergraph),
    partners: `${printContract(supergraph)}\n`,
    roles: Object.fromEntries(Object.entries(SCOPES_OF_ROLE).map(([role, scopes]) => [role, [...scopes]])),
    recordSets: Object.fromEntries([
      ...RECORD_SETS.map(({ name, scope, filter, columns }) => [
        name,
        {
          ...{ view: viewOf({ name }), scope, filter },
          columns: Object.fromEntries(columns.map((column) => [column.name, column.type])),
        },
      ]),
      // Their further columns are the graph's measures.
      ...figureSets.map(({ name, by }) => [
        name,
        {
          ...{ view: viewOf({ name }), scope: 'figures', filter: null },
          columns: Object.fromEntries(['id', ...by].map((column) => [column, 'text'])),
        },
      ]),
    ]),
    measures: definitionsIn(measurePage()),
  };
}

/** The state that clients were last told of. Throws where none was published. */
export function publishedState(root: string): PublicState {
  const read = (file: string) => fs.readFileSync(path.join(folderIn(root), file), 'utf8');
  return {
    ...{ graph: read(GRAPH), partners: read(PARTNERS) },
    ...contractsModel.parse(JSON.parse(read(CONTRACTS))),
  };
}

/** Makes a state the published one. */
export function publishState(root: string, { graph, partners, ...contracts }: PublicState): void {
  const folder = folderIn(root);
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, GRAPH), graph);
  fs.writeFileSync(path.join(folder, PARTNERS), partners);
  fs.writeFileSync(path.join(folder, CONTRACTS), `${JSON.stringify(contracts, null, 2)}\n`);
}
