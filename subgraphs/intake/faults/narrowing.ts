import { isDay, londonDayOf } from '../../../domain/calendar/day';
import type { Conditions } from '../../../platform/lists/conditions';
import { badUserInput } from '../../../platform/server/errors';
import { readDay } from '../../../platform/server/read-day';
import type { Transaction } from '../../../platform/transaction/transaction';
import { ownersOf } from '../lists/owners';

/** What both lists can be narrowed by, as it comes. */
export interface ListFilter {
  readonly sources?: readonly string[] | null | undefined;
  readonly imports?: readonly string[] | null | undefined;
  /** The name that `imports` had before. */
  readonly runs?: readonly string[] | null | undefined;
  readonly codes?: readonly string[] | null | undefined;
  readonly streams?: readonly string[] | null | undefined;
  /** What `streams` were asked for by before. */
  readonly owners?: readonly string[] | null | undefined;
  readonly states?: readonly string[] | null | undefined;
  readonly from?: unknown;
  readonly to?: unknown;
  readonly aboutFrom?: unknown;
  readonly aboutTo?: unknown;
}

/** The same, checked: null where a part does not narrow. */
export interface Narrowing {
  /** The runs that source, number and days leave over. */
  readonly runs: readonly number[] | null;
  readonly codes: readonly string[] | null;
  readonly owners: readonly string[] | null;
  /** As the table holds them. */
  readonly states: readonly string[] | null;
  readonly about: About | null;
}

/** Days that rows speak of. */
export interface About {
  readonly from: string | null;
  readonly to: string | null;
  /** The runs whose rows are taken to speak of those days where they do not tell any themselves. */
  readonly runs: readonly number[];
}

/** Checks a filter and looks up which runs it means. Throws BAD_USER_INPUT that names what cannot be read. */
export async function narrow(
  transaction: Transaction,
  filter: ListFilter | null | undefined,
): Promise<Narrowing> {
  const { sources = null, codes = null } = filter ?? {};
  const owners = inBoth(ownersOf(filter?.streams), filter?.owners ?? null);
  const states = filter?.states?.map((state) => state.toLowerCase()) ?? null;
  const numbers = inBoth(
    filter?.imports?.map((id) => runNumber(id, 'imports')) ?? null,
    filter?.runs?.map((id) => runNumber(id, 'runs')) ?? null,
  );
  const from = readDay('where.from', filter?.from, isDay);
  const to = readDay('where.to', filter?.to, isDay);
  const about = await aboutDays(transaction, filter);
  const others = { codes, owners, states, about };
  if (sources === null && from === null && to === null) return { runs: numbers, ...others };
  const runs = await transaction.query<{ id: number; source: string; started_at: Date }>(
    'select id, source, started_at from intake.import_run order by id',
  );
  const meant = runs.filter(
    ({ id, source, started_at }) =>
      (numbers === null || numbers.includes(id)) &&
      (sources === null || sources.includes(source)) &&
      isWithin(londonDayOf(started_at), { from, to }),
  );
  return { runs: meant.map(({ id }) => id), ...others };
}

/** The days that rows have to speak of, and the imports that cover some of them; those of which nothing was noted do. */
async function aboutDays(
  transaction: Transaction,
  filter: ListFilter | null | undefined,
): Promise<About | null> {
  const from = readDay('where.aboutFrom', filter?.aboutFrom, isDay);
  const to = readDay('where.aboutTo', filter?.aboutTo, isDay);
  if (from === null && to === null) return null;
  const runs = await transaction.query<{ id: number }>(
    `select id from intake.import_run
     where ($1::date is null or last_day is null or last_day >= $1)
       and ($2::date is null or first_day is null or first_day <= $2)
     order by id`,
    [from, to],
  );
  return { from, to, runs: runs.map(({ id }) => id) };
}

/** Leaves the rows that speak of some of the days, and those that tell none and came by an import (`run`) that covers some. */
export function narrowToDays(conditions: Conditions, about: About | null, run: string): void {
  if (about === null) return;
  const { from, to, runs } = about;
  const said = [
    ...(from === null ? [] : [`last_day >= ${conditions.bind(from, 'date')}`]),
    ...(to === null ? [] : [`first_day <= ${conditions.bind(to, 'date')}`]),
  ];
  const unsaid = `last_day is null and ${run} = any(${conditions.bind(runs, 'bigint[]')})`;
  conditions.add(`((${said.join(' and ')}) or (${unsaid}))`);
}

/** All parts of a filter hold at once, those under an old name too; null where neither narrows. */
const inBoth = <Value>(
  one: readonly Value[] | null,
  other: readonly Value[] | null,
): readonly Value[] | null =>
  one === null || other === null ? (one ?? other) : one.filter((value) => other.includes(value));

function runNumber(run: string, name: string): number {
  if (/^\d{1,15}$/.test(run)) return Number(run);
  throw badUserInput(
    `\`where.${name}\` holds something that is no number of an import: take the \`id\` of \`imports\`.`,
  );
}

const isWithin = (day: string, { from, to }: { from: string | null; to: string | null }): boolean =>
  (from === null || day >= from) && (to === null || day <= to);
