import { readAsAt } from '../../filters/as-at';
import type { Filter } from '../../filters/parts';
import { type PagePeriod, periodOfPage } from '../../filters/period';
import { readFilter } from '../../filters/read-filter';
import type { ReachWithNames } from '../reach';

/** What every page of figures reads first: what its address asks for, and how far the records reach. */
export interface AskedPage {
  /** What the address narrows the page to, the day as at which figures stand among it. */
  readonly filter: Filter;
  readonly problems: readonly { readonly says: string }[];
  readonly reach: ReachWithNames;
  readonly period: PagePeriod;
}

/** Reads what an address asks for, of records that reach so far. */
export function readPage(query: Readonly<Record<string, unknown>>, reach: ReachWithNames): AskedPage {
  const read = readFilter(query, reach.choices);
  const first = reach.sources.flatMap(({ from }) => from ?? []).sort()[0] ?? null;
  const { problems, ...at } = readAsAt(query.asAt, { first, newest: reach.asAt });
  const filter = { ...read.filter, ...at };
  return {
    ...{ filter, reach, problems: [...read.problems, ...problems] },
    period: periodOfPage(filter, reach.asAt),
  };
}
