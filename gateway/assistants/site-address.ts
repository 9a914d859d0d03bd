import type { Day } from '../../domain/calendar/day';
import { type RelativePeriod, relativePeriod } from '../../domain/calendar/relative-period';
import type { Where } from './inputs';

/** What the site reads of a filter in an address, in its own order. */
const READ = [
  ...(['financialYears', 'quarters', 'from', 'to', 'streams', 'stages', 'directorates'] as const),
  ...(['services', 'themes', 'channels', 'outcomes', 'routes', 'ageBands'] as const),
] as const;
const TIMES = ['financialYears', 'quarters', 'from', 'to'] as const;
/** Of telephone calls there are numbers alone. */
const WITHOUT_LIST = 'CALLS';

/** What a view shows. */
export interface View {
  readonly measure: string;
  readonly where: Where;
  readonly asAt: string | null;
}

/** Where people see the same on the site. Null where no site is known, or none of its pages shows just that. */
export interface SiteAddress {
  /** A figure with its definition, its parts and its trend. */
  figure(view: View): string | null;
  /** What a figure counts. */
  list(view: View): string | null;
  page(path: string): string | null;
}

/** Addresses of the site at `siteUrl`; `today` tells the periods that a filter names from today, which an address writes as days. */
export function siteAddress({
  siteUrl,
  today,
}: {
  readonly siteUrl: string | null;
  today(): Day;
}): SiteAddress {
  const page = (path: string) => (siteUrl === null ? null : `${siteUrl.replace(/\/$/, '')}${path}`);
  const addressOf = (path: string, { where, asAt }: View, more: Readonly<Record<string, string>> = {}) => {
    const read = inDays(where, today);
    if (read === null || Object.keys(read).some((part) => !READ.some((name) => name === part))) return null;
    const query = new URLSearchParams(
      READ.flatMap((part) => valuesOf(read[part]).map((value) => [part, value])),
    );
    for (const [name, value] of Object.entries(more)) query.append(name, value);
    if (asAt !== null) query.append('asAt', asAt);
    return page(query.size === 0 ? path : `${path}?${query}`);
  };
  const list = (view: View) =>
    view.measure === WITHOUT_LIST ? null : addressOf('/complaints', view, { measure: view.measure });
  return {
    page,
    list,
    // Where no time is named a page of figures shows the newest quarter, and a list everything.
    figure: (view) =>
      hasTime(inDays(view.where, today)) ? addressOf(`/measures/${view.measure}`, view) : list(view),
  };
}

const hasTime = (where: Where | null): boolean => TIMES.some((part) => where?.[part] !== undefined);

const valuesOf = (value: unknown): string[] =>
  value === undefined ? [] : (Array.isArray(value) ? value : [value]).map(String);

/** A filter with the days of a period that it names; null where it names several, which are no days in a row. */
function inDays({ periods, ...where }: Where, today: () => Day): Where | null {
  const [named, another] = valuesOf(periods);
  if (named === undefined) return where;
  if (another !== undefined || !isRelative(named)) return null;
  const { from, to } = relativePeriod({ period: named, today: today() });
  const [first, last] = [valuesOf(where.from)[0] ?? from, valuesOf(where.to)[0] ?? to];
  return { ...where, from: first > from ? first : from, to: last < to ? last : to };
}

const isRelative = (name: string): name is RelativePeriod => /^(THIS|LAST)_(MONTH|QUARTER|YEAR)$/.test(name);
