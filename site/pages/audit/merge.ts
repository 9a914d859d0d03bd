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
}

/**
 * The newest `size` entries of all logs together, from a page of `size` entries of each. Of equal moments they come in the
 * order of the logs, then as in the log, so that reading on neither repeats an entry nor leaves one out.
 */
export function mergeLogs(pages: readonly LogPage[], size: number, places: Places): MergedPage {
  const found = pages.flatMap(({ log, page }) =>
    (page?.edges ?? []).flatMap(({ node, cursor }) => (node === null ? [] : [{ log, cursor, entry: node }])),
  );
  // The sort is stable, and each log comes newest first.
  const ordered = found.sort((one, other) => Date.parse(other.entry.at) - Date.parse(one.entry.at));
  const taken = ordered.slice(0, size);
  const next: Partial<Record<LogName, string>> = { ...places };
  for (const { log, cursor } of taken) next[log] = cursor;
  const hasMore = ordered.length > size || pages.some(({ page }) => page?.pageInfo.hasNextPage === true);
  return {
    entries: taken.map(({ log, entry }) => ({ log, entry })),
    total: totalOf(pages),
    next: hasMore ? next : null,
    lost: pages.filter(({ page }) => page === null).map(({ log }) => log),
  };
}

function totalOf(pages: readonly LogPage[]): number | null {
  const totals = pages.flatMap(({ page }) => (page === null ? [] : [page.totalCount]));
  return totals.reduce<number | null>(
    (sum, total) => (sum === null || total === null ? null : sum + total),
    0,
  );
}
