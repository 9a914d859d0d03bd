import { catalogueOf, judgeBy } from '../../imports/pipeline';
import { sources } from '../../imports/sources';
import type { Subgraph } from '../../platform/server/subgraph';
import { judgedBy } from '../../subgraphs/intake/subgraph';
import { loadSubgraphs } from '../../subgraphs/registry';

/** A stream is a subgraph with a procedure: a further one needs no line in the importers. */
export const streamsOf = (subgraphs: readonly Subgraph[]): string[] =>
  subgraphs.filter((subgraph) => 'stream' in subgraph).map(({ name }) => name);

/** Every subgraph, and intake with the importers, which judge the rows that people correct. */
export function productSubgraphs(): Subgraph[] {
  const subgraphs = loadSubgraphs();
  const intake = judgedBy(judgeBy(sources, streamsOf(subgraphs)), catalogueOf(sources));
  return subgraphs.map((subgraph) => (subgraph.name === intake.name ? intake : subgraph));
}
