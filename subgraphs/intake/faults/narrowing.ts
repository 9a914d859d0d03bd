import { isDay, londonDayOf } from '../../../domain/calendar/day';
import { badUserInput } from '../../../platform/server/errors';
import type { Transaction } from '../../../platform/transaction/transaction';

/** What both lists can be narrowed by, as it comes. */
export interface ListFilter {
  readonly sources?: readonly string[] | null | undefined;
  readonly runs?: readonly string[] | null | undefined;
  readonly codes?: readonly string[] | null | undefined;
  readonly owners?: readonly string[] | null | undefined;
  readonly states?: readonly string[] | null | undefined;
  readonly from?: unknown;
  readonly to?: unknown;
}

/** The same, checked: null where a part does not narrow. */
export interface Narrowing {
  /** The runs that source, number and days leave over. */
  readonly runs: readonly number[] | null;
  readonly codes: readonly string[] | null;
  readonly owners: readonly string[] | null;
  /** As the table holds them. */
  readonly states: readonly string[] | null;
}

/** Checks a filter and looks up which runs it means. Throws BAD_USER_INPUT that names what cannot be read. */
export async function narrow(
  transaction: Transaction,
  filter: ListFilter | null | undefined,
): Promise<Narrowing> {
  const { sources = null, codes = null, owners = null } = filter ?? {};
  const states = filter?.states?.map((state) => state.toLowerCase()) ?? null;
  const numbers = filter?.runs?.map(runNumber) ?? null;
  const from = day(filter?.from, 'from');
  const to = day(filter?.to, 'to');
  if (sources === null && from === null && to === null) return { runs: numbers, codes, owners, states };
  const runs = await transaction.query<{ id: number; source: string; started_at: Date }>(
    'select id, source, started_at from intake.import_run order by id',
  );
  const meant = runs.filter(
    ({ id, source, started_at }) =>
      (numbers === null || numbers.includes(id)) &&
      (sources === null || sources.includes(source)) &&
      isWithin(londonDayOf(started_at), { from, to }),
  );
  return { runs: meant.map(({ id }) => id), codes, owners, states };
}

function runNumber(run: string): number {
  if (/^\d{1,15}$/.test(run)) return Number(run);
  throw badUserInput(
    '`where.runs` holds something that is no number of an import: take the `id` of `imports`.',
  );
}

function day(value: unknown, name: string): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' && isDay(value)) return value;
  throw badUserInput(`\`where.${name}\` is no day: write it as 2021-04-01.`);
}

const isWithin = (day: string, { from, to }: { from: string | null; to: string | null }): boolean =>
  (from === null || day >= from) && (to === null || day <= to);
