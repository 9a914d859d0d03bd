import { printable } from '../../imports/kit/printable';
import type { Loaded } from '../../imports/pipeline';
import type { KeptOutcome } from '../../subgraphs/intake/subgraph';
import { type Aside, kindsOf } from '../import/report-summary';

/** What came of a file, as it is kept: of each kind of fault its first places, since there may be any number. */
export async function outcomeOf(
  { counts, notes, faults }: Loaded,
  { leftOut, notices }: Aside,
): Promise<KeptOutcome> {
  const kinds = [...(await kindsOf(faults()))].sort(([, a], [, b]) => b.count - a.count);
  const { read, loaded, updated, copies, quarantined } = counts;
  return {
    ...{ read, loaded, updated, copies, leftOut: counts.leftOut, quarantined },
    leftOutFor: [...leftOut].map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count),
    faults: kinds.map(([code, { count, action, first }]) => ({
      ...{ code, count, action },
      first: first.map(({ line, column, value }) => ({ line, column, value })),
    })),
    notes: [...notices, ...notes].map(printable),
  };
}
