import { rangesOf } from '../../../../counting/day-set';
import { FIRST_DAY, LAST_DAY, toDay } from '../../../../domain/calendar/day';
import { type Period, parseFinancialYear, type Quarter } from '../../../../domain/calendar/financial-year';
import type { CellQuestion } from '../content';

/** The directorate of a service, as far as whoever asks knows it. */
export type DirectorateOf = (service: string) => string | null;

type Names = readonly (string | number)[] | null;

/** Of which complaints a number is, without its measure: a part that is null is all of it. */
export interface Region {
  readonly days: readonly Period[];
  readonly streams: Names;
  readonly stages: Names;
  /** Services and directorates are one dimension: a service lies in its directorate. */
  readonly place: { readonly directorates: Names; readonly services: Names };
  readonly themes: Names;
  readonly channels: Names;
  readonly outcomes: Names;
  readonly routes: Names;
}

/** What regions are told apart by. */
export const DIMENSIONS = [
  'days',
  'streams',
  'stages',
  'place',
  'themes',
  'channels',
  'outcomes',
  'routes',
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Of which complaints a cell is, written in one way however it was asked. Throws a RangeError for what is no day or year. */
export function regionOf(question: CellQuestion): Region {
  return {
    days: daysOf(question),
    streams: inOrder(question.streams),
    stages: inOrder(question.stages),
    place: { directorates: inOrder(question.directorates), services: inOrder(question.services) },
    themes: inOrder(question.themes),
    channels: inOrder(question.channels),
    outcomes: inOrder(question.outcomes),
    routes: inOrder(question.routes),
  };
}

const inOrder = (names: Names): Names => names && [...new Set(names)].sort();

function daysOf({ from, to, financialYears, quarters }: CellQuestion): readonly Period[] {
  const days = {
    from: from === null ? null : toDay(from),
    to: to === null ? null : toDay(to),
    financialYears: financialYears?.map(financialYear) ?? null,
    quarters: quarters?.map(quarter) ?? null,
  };
  return rangesOf(days, { from: FIRST_DAY, to: LAST_DAY });
}

function financialYear(text: string) {
  const year = parseFinancialYear(text);
  if (year === null) throw new RangeError('A cell of a report asks for what is no financial year.');
  return year;
}

function quarter(text: string): Quarter {
  if (text === 'Q1' || text === 'Q2' || text === 'Q3' || text === 'Q4') return text;
  throw new RangeError('A cell of a report asks for what is no quarter.');
}

/** Whether all of one region's part of a dimension lies in another's. */
export function covers(
  dimension: Dimension,
  outer: Region,
  inner: Region,
  directorateOf: DirectorateOf,
): boolean {
  if (dimension === 'days')
    return inner.days.every((days) => outer.days.some(({ from, to }) => from <= days.from && days.to <= to));
  if (dimension === 'place') return coversPlace(outer.place, inner.place, directorateOf);
  return coversNames(outer[dimension], inner[dimension]);
}

const coversNames = (outer: Names, inner: Names): boolean =>
  outer === null || inner?.every((name) => outer.includes(name)) === true;

function coversPlace(outer: Region['place'], inner: Region['place'], directorateOf: DirectorateOf): boolean {
  if (!coversNames(outer.services, inner.services)) return false;
  return coversNames(outer.directorates, inner.directorates ?? theirs(inner.services, directorateOf));
}

/** The directorates of services; null where that of one is not known. */
function theirs(services: Names, directorateOf: DirectorateOf): Names {
  const found = services?.map((service) => directorateOf(String(service))) ?? [];
  const known = found.filter((directorate) => directorate !== null);
  return found.length > 0 && known.length === found.length ? known : null;
}

/** Whether two regions' parts of a dimension may have something in common: yes where that is not known. */
export function meets(
  dimension: Dimension,
  one: Region,
  other: Region,
  directorateOf: DirectorateOf,
): boolean {
  if (dimension === 'days')
    return one.days.some((a) => other.days.some((b) => a.from <= b.to && b.from <= a.to));
  if (dimension === 'place') return meetsPlace(one.place, other.place, directorateOf);
  return meetsNames(one[dimension], other[dimension]);
}

const meetsNames = (one: Names, other: Names): boolean =>
  one === null || other === null || one.some((name) => other.includes(name));

const meetsPlace = (one: Region['place'], other: Region['place'], directorateOf: DirectorateOf): boolean =>
  meetsNames(one.services, other.services) &&
  meetsNames(
    one.directorates ?? theirs(one.services, directorateOf),
    other.directorates ?? theirs(other.services, directorateOf),
  );
