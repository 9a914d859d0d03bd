import { catalogueOf, judgeBy } from '../../imports/pipeline';
import { sources } from '../../imports/sources';
import type { Settings } from '../../platform/config/settings';
import type { Subgraph } from '../../platform/server/subgraph';
import { limitedBy } from '../../subgraphs/access/subgraph';
import { judgedBy } from '../../subgraphs/intake/subgraph';
import { loadSubgraphs } from '../../subgraphs/registry';

/** A stream is a subgraph with a procedure: a further one needs no line in the importers. */
export const streamsOf = (subgraphs: readonly Subgraph[]): string[] =>
  subgraphs.filter((subgraph) => 'stream' in subgraph).map(({ name }) => name);

/** Every subgraph: intake with the importers, which judge the rows that people correct, and access with the limits of keys. */
export function productSubgraphs({ longestKeyDays }: Pick<Settings, 'longestKeyDays'>): Subgraph[] {
  const subgraphs = loadSubgraphs();
  const own: Subgraph[] = [
    judgedBy(judgeBy(sources, streamsOf(subgraphs)), catalogueOf(sources)),
    limitedBy({ longestKeyDays }),
  ];
  return subgraphs.map((subgraph) => own.find(({ name }) => name === subgraph.name) ?? subgraph);
}
