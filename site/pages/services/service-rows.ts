import { type FileTable, fileTable } from '../../downloads/file-table';
import { addressOf } from '../../filters/address';
import type { Filter } from '../../filters/parts';
import type { ServicesQuery } from '../../operations/__generated__/operations';
import { type Column, type MeasureTableCell, measureTable } from '../figures/measure-table';
import { measuredIn } from '../figures/measured';
import { serviceHref } from '../places/place';

/** What the services can be sorted by, as an address names it. */
export const SORTS = ['name', 'directorate', 'received', 'in-time', 'open', 'overdue', 'upheld'] as const;
export type Sort = (typeof SORTS)[number];

/** One service of the list. */
export interface ServiceRow {
  readonly name: string;
  /** Its page; null for what was recorded of no service. */
  readonly href: string | null;
  readonly directorate: string;
  readonly cells: readonly MeasureTableCell[];
}

/** The head of a column, with the address of the page sorted by it. */
export interface ServiceHead {
  readonly text: string;
  /** Null where the page cannot be sorted by it. */
  readonly href: string | null;
  readonly isNumeric: boolean;
  readonly sorted: 'ascending' | 'descending' | null;
}

const COLUMNS: readonly (Column & { readonly sort: Sort })[] = [
  { measure: 'RECEIVED', unit: 'COUNT', title: 'Received', sort: 'received' },
  {
    ...{ measure: 'IN_TIME_RATE', unit: 'RATE', title: 'In time', sort: 'in-time' },
    sides: ['Number in time', 'Answered'],
  },
  { measure: 'OPEN', unit: 'COUNT', title: 'Open', sort: 'open' },
  { measure: 'OVERDUE', unit: 'COUNT', title: 'Overdue', sort: 'overdue' },
  {
    ...{ measure: 'UPHOLD_RATE', unit: 'RATE', title: 'Upheld', sort: 'upheld' },
    sides: ['Number upheld', 'Findings'],
  },
];

/** What an address asks to be sorted by; the names where it asks for nothing that there is. */
export const readSort = (asked: unknown): Sort => SORTS.find((sort) => sort === asked) ?? 'name';

/** Every service and its figures, and what was recorded of none. `filter` is what the figures were asked with. */
export function serviceRows(answer: ServicesQuery, filter: Filter, sort: Sort): ServiceRow[] {
  const counted = answer.byService?.rows ?? [];
  const none = nothingOf(answer.all?.rows[0] ?? {});
  const services = answer.services ?? [];
  const others = counted.filter(({ service }) => !services.some(({ name }) => name === service));
  const rows = [
    ...services.map(({ id, name, directorate }) => ({
      ...{ name, directorate, href: serviceHref(id, filter) },
      row: counted.find(({ service }) => service === name) ?? none,
    })),
    ...others.map((row) => ({ name: row.service ?? '', directorate: '', href: null, row })),
  ];
  return rows.sort(ordering(sort)).map(({ row, ...service }) => ({
    ...service,
    cells: cellsOf(row, { ...filter, services: [service.name] }),
  }));
}

/** The names of services alone, each leading to its page, by directorate: what there is where no figure can be had. */
export function servicesByDirectorate(
  services: readonly { readonly id: string; readonly name: string; readonly directorate: string }[],
  filter: Filter,
) {
  const sorted = [...services].sort((one, other) => one.name.localeCompare(other.name, 'en-GB'));
  return [...new Set(sorted.map(({ directorate }) => directorate))].sort().map((name) => ({
    name,
    services: sorted
      .filter(({ directorate }) => directorate === name)
      .map((service) => ({ name: service.name, href: serviceHref(service.id, filter) })),
  }));
}

/** The heads of the list: each sorts by its column, the one that is sorted by says so. */
export function serviceHeads(sort: Sort, filter: Filter): ServiceHead[] {
  const head = (text: string, by: Sort | null, isNumeric = true) => ({
    ...{ text, isNumeric },
    href: by === null ? null : addressOf('/services', filter, { sort: by }),
    sorted: by === sort ? (isNumeric ? ('descending' as const) : ('ascending' as const)) : null,
  });
  return [
    head('Service', 'name', false),
    ...COLUMNS.flatMap(({ title, sort: by, sides = [] }) => [
      head(title, by),
      ...sides.map((side) => head(side, null)),
    ]),
    head('Directorate', 'directorate', false),
  ];
}

/** The list to take away: the columns of the page, and its exact numbers. */
export const servicesFile = (services: readonly ServiceRow[]): FileTable =>
  fileTable(
    serviceHeads('name', {}).map(({ text }) => text),
    services.map(({ name, cells, directorate }) => [name, ...cells.map(exactIn), directorate]),
  );

const exactIn = ({ exact }: MeasureTableCell): number | null => (exact === '' ? null : Number(exact));

/** A service of which nothing was counted: 0 where the figure was recorded at all, else not recorded. */
const nothingOf = (all: object): object =>
  Object.fromEntries(
    Object.entries(all).map(([name, value]) => [name, value === null || name.endsWith('Rate') ? null : 0]),
  );

const cellsOf = (row: object, narrow: Filter): readonly MeasureTableCell[] =>
  measureTable({
    ...{ id: 'services', title: '', head: '', columns: COLUMNS },
    rows: [{ label: '', narrow, row }],
  }).rows[0]?.cells ?? [];

interface Sortable {
  readonly name: string;
  readonly href: string | null;
  readonly directorate: string;
  readonly row: object;
}

/** Names in their order, that of no service last; numbers with the most first, those without a number last. */
function ordering(sort: Sort): (one: Sortable, other: Sortable) => number {
  const byName = (one: Sortable, other: Sortable) =>
    Number(one.href === null) - Number(other.href === null) || one.name.localeCompare(other.name, 'en-GB');
  if (sort === 'name') return byName;
  if (sort === 'directorate')
    return (one, other) => one.directorate.localeCompare(other.directorate, 'en-GB') || byName(one, other);
  const column = COLUMNS.find((each) => each.sort === sort);
  const valueIn = ({ row }: Sortable) =>
    (column === undefined ? null : measuredIn(row, column).value) ?? Number.NEGATIVE_INFINITY;
  return (one, other) => compared(valueIn(other), valueIn(one)) || byName(one, other);
}

const compared = (one: number, other: number): number => (one === other ? 0 : one < other ? -1 : 1);
