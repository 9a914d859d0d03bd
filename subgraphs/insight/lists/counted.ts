import { type ComplaintStub, complaintStub } from '../../../contracts/complaint-stub';
import { Parameters } from '../../../counting/days-sql';
import { type Day, londonDayOf } from '../../../domain/calendar/day';
import type { Context } from '../context';
import { partlyRecorded } from '../coverage/coverage';
import { type CheckedFilter, checkFilter, type MeasureFilter } from '../figures/filter';
import { filterSql } from '../figures/filter-sql';
import { MEASURES, type Measure } from '../figures/measure-catalogue';
import { figureOf } from '../figures/measures';
import { furtherParts, servicesAsked } from '../figures/parts';
import { checkPage, type Page, type PageOf, pageOf } from './paging';

/** One thing that a figure counts: a stage, for CLOSED a complaint with its latest stage, or an ombudsman's case. */
export interface Counted {
  /** Of the measure and the thing together: a client that caches by id keeps one measure's day apart from another's. */
  readonly id: string;
  /** The id of the thing. */
  readonly subject: string;
  readonly reference: string | null;
  readonly stage: number | null;
  readonly on: string;
  /** Null for an ombudsman's case whose complaint is not known. */
  readonly complaint: ComplaintStub | null;
  readonly ombudsmanCase: { readonly id: string } | null;
}

/** A page of what a figure counts, and what its `totalCount` is worked out from when somebody asks. */
export interface CountedPage extends PageOf<Counted> {
  readonly counts: { readonly measure: Measure; readonly filter: CheckedFilter };
  readonly asAt: Day;
  /** Streams whose records end before the period does. */
  readonly partial: readonly string[];
}

interface CountedFactRow {
  id: string;
  reference: string;
  stage: number | null;
  day: string;
  complaint_id: string | null;
}

const OF_CASES: ReadonlySet<Measure> = new Set<Measure>(['REFERRED_TO_OMBUDSMAN', 'UPHELD_BY_OMBUDSMAN']);

/** Lists what `measures` counts under the same filter, by day, then id. Throws BAD_USER_INPUT as `measures` does. */
export async function counted(
  context: Context,
  {
    measure,
    where,
    ...paging
  }: {
    measure: Measure;
    where?: MeasureFilter | null | undefined;
    first?: number | null | undefined;
    after?: string | null | undefined;
  },
): Promise<CountedPage> {
  const { known, asAt, recording } = await context.reference();
  const filter = checkFilter(where, known, londonDayOf(context.clock.now()));
  const page = checkPage(paging, ['counted', measure, questionOf(filter)]);
  const rows = await readCounted(context, { measure, filter, page });
  return {
    counts: { measure, filter },
    asAt,
    partial: partlyRecorded(filter, recording),
    ...pageOf(page, rows, (row) => ({
      id: `${measure}:${row.id}`,
      subject: row.id,
      reference: row.reference,
      stage: row.stage,
      on: row.day,
      complaint: row.complaint_id === null ? null : complaintStub(row.complaint_id),
      ombudsmanCase: OF_CASES.has(measure) ? { id: row.id } : null,
    })),
  };
}

/** The figure itself; null where it was not recorded, while the list still shows what there is. */
export function countedTotal({ counts }: CountedPage, context: Context): Promise<number | null> {
  return figureOf(context, counts);
}

function questionOf(filter: CheckedFilter): object {
  const { days, stages, ...parts } = filter;
  return { streams: parts.streams, stages, days, services: servicesAsked(parts), ...furtherParts(parts) };
}

async function readCounted(
  { transaction }: Context,
  { measure, filter, page }: { measure: Measure; filter: CheckedFilter; page: Page },
): Promise<CountedFactRow[]> {
  const { facts, counts } = MEASURES[measure];
  const parameters = new Parameters();
  const conditions = [facts.dated, counts, filterSql(filter, parameters)(facts.day)];
  if (page.after) {
    const { day, id } = page.after;
    conditions.push(
      `(${facts.day}, ${facts.id}) > (${parameters.bind(day, 'date')}, ${parameters.bind(id, 'text')})`,
    );
  }
  return transaction.query<CountedFactRow>(
    `select ${facts.id} as id, reference, stage, ${facts.day}::text as day, complaint_id
     from ${facts.table} where ${conditions.join(' and ')}
     order by ${facts.day}, ${facts.id} limit ${parameters.bind(page.size + 1, 'int')}`,
    parameters.values,
  );
}
