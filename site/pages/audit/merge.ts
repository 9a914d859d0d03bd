import { mergePages } from '../../lists/merge-pages';
import type { AuditPageFragment } from '../../operations/__generated__/operations';
import type { LogPage } from './logs';
import type { LogName, Places } from './places';

export type Entry = NonNullable<AuditPageFragment['edges'][number]['node']>;

/** An entry, and the log that it is in. */
export interface LoggedEntry {
  readonly log: LogName;
  readonly entry: Entry;
}

export interface MergedPage {
  readonly entries: readonly LoggedEntry[];
  /** How many there are in the logs that answer; null where a log does not say. */
  readonly total: number | null;
  /** Where the next page begins; null where there is none. */
  readonly next: Places | null;
  /** The logs that do not answer: their entries are missing. */
  readonly lost: readonly LogName[];
  /** How far each log that answers is sealed; null before its first seal. */
  readonly seals: readonly { readonly log: LogName; readonly seal: AuditPageFragment['seal'] }[];
}

/** The newest `size` entries of all logs together, from a page of `size` entries of each. */
export function mergeLogs(pages: readonly LogPage[], size: number, places: Places): MergedPage {
  const named = pages.map(({ log, page }) => ({ name: log, page }));
  const momentOf = ({ at }: Entry) => Date.parse(at);
  const { taken, hasMore, lost } = mergePages(named, { size, momentOf });
  const next: Partial<Record<LogName, string>> = { ...places };
  for (const { name, cursor } of taken) next[name] = cursor;
  return {
    entries: taken.map(({ name, node }) => ({ log: name, entry: node })),
    total: totalOf(pages),
    next: hasMore ? next : null,
    lost,
    seals: pages.flatMap(({ log, page }) => (page === null ? [] : [{ log, seal: page.seal }])),
  };
}

function totalOf(pages: readonly LogPage[]): number | null {
  const totals = pages.flatMap(({ page }) => (page === null ? [] : [page.totalCount]));
  return totals.reduce<number | null>(
    (sum, total) => (sum === null || total === null ? null : sum + total),
    0,
  );
}
