import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Subgraph } from '../platform/server/subgraph';

/** Names of the subgraphs, in the order of their names: a subgraph is a folder here with a `subgraph` file. */
export function subgraphNames(): string[] {
  return readdirSync(__dirname, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && subgraphFile(entry.name) !== null)
    .map((entry) => entry.name)
    .sort();
}

/** Loads one subgraph by its name. Throws for a name that no folder has, and says which there are. */
export function loadSubgraph(name: string): Subgraph {
  const file = subgraphNames().includes(name) ? subgraphFile(name) : null;
  if (file === null)
    throw new Error(`There is no part called ${name}. There are: ${subgraphNames().join(', ')}.`);
  const { subgraph } = require(file) as { subgraph: Subgraph };
  return subgraph;
}

/** Loads every subgraph. A further folder is found without a line changed here. */
export const loadSubgraphs = (): Subgraph[] => subgraphNames().map(loadSubgraph);

/** The built file in the product, the source in tests. */
function subgraphFile(name: string): string | null {
  const files = ['subgraph.js', 'subgraph.ts'].map((file) => path.join(__dirname, name, file));
  return files.find((file) => existsSync(file)) ?? null;
}
