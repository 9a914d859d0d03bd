import { installedAs, type StreamSubgraph } from '../../casework/stream/create-stream';
import { demonstrationAgreements } from '../../demo/agreements';
import { catalogueOf, judgeBy } from '../../imports/pipeline';
import { sources } from '../../imports/sources';
import type { Settings } from '../../platform/config/settings';
import type { Subgraph } from '../../platform/server/subgraph';
import { installed } from '../../subgraphs/access/subgraph';
import { judgedBy } from '../../subgraphs/intake/subgraph';
import { recordedFor } from '../../subgraphs/ombudsman/subgraph';
import { loadSubgraphs } from '../../subgraphs/registry';

/** A stream is a subgraph with a procedure: a further one needs no line in the importers. */
export const streamsOf = (subgraphs: readonly Subgraph[]): string[] =>
  subgraphs.filter((subgraph) => 'stream' in subgraph).map(({ name }) => name);

/** The names of all streams that there are. */
export const streamNames = (): string[] => streamsOf(loadSubgraphs());

/**
 * Every subgraph: intake with the importers, which judge the rows that people correct; access with the limits of keys and, where
 * the demonstration's people sign in, the agreement that they do it under; streams and the ombudsmen's part with
 * whose complaints they record, and streams with how long a restricted case is opened and whose letters are approved.
 */
export function productSubgraphs({
  authority,
  longestKeyDays,
  openingMinutes,
  lettersApprovedFor,
  production,
  token,
}: Pick<
  Settings,
  'authority' | 'lettersApprovedFor' | 'longestKeyDays' | 'openingMinutes' | 'production' | 'token'
>): Subgraph[] {
  const agreements = production || token.jwksUrl !== null ? [] : demonstrationAgreements;
  const subgraphs = loadSubgraphs();
  const own: Subgraph[] = [
    judgedBy(judgeBy(sources, streamsOf(subgraphs)), catalogueOf(sources)),
    installed({ longestKeyDays }, agreements),
    recordedFor(authority),
  ];
  return subgraphs.map((subgraph) =>
    isStream(subgraph)
      ? installedAs(subgraph, { openingMinutes, authority, lettersApprovedFor })
      : (own.find(({ name }) => name === subgraph.name) ?? subgraph),
  );
}

const isStream = (subgraph: Subgraph): subgraph is StreamSubgraph => 'stream' in subgraph;
